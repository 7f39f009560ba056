import { readPort } from './server/port'

const port = portOfCaller()
console.log('Building two apps from one source …')
// They are not needed to refuse a port, and take a while to load.
const [{ buildDemo }, { startDemo }] = await Promise.all([
  import('./server/build-pages'),
  import('./server/start-demo'),
])
const demo = await startDemo(await buildDemo(), port)
// Before it says that it is there: whoever reads that may end it at once.
process.once('SIGINT', end)
process.once('SIGTERM', end)

if (port > 0 && !demo.url.endsWith(`:${port}`))
  console.log(`Port ${port} is not available, so it takes another.`)
console.log(`\n  The demo is at ${demo.url}\n\n  Ctrl-C ends it.`)

async function end(): Promise<void> {
  await demo.stop()
  process.exit(0)
}

function portOfCaller(): number {
  try {
    return readPort(process.env.PORT, 4000)
  } catch (error) {
    // What they have typed is of use to them, where in the code it was read is not.
    console.error((error as Error).message)
    process.exit(1)
  }
}
