import { startDemo } from './server/start-demo'

const PORT = Number(process.env.PORT ?? 4000)

console.log('Building two apps from one source …')
const demo = await startDemo(PORT)
console.log(`\n  The demo is at ${demo.url}\n\n  Ctrl-C ends it.`)

process.once('SIGINT', end)
process.once('SIGTERM', end)

async function end(): Promise<void> {
  await demo.stop()
  process.exit(0)
}
