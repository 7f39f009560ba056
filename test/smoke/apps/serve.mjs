import { startServer } from './processes.mjs'
import { openVisit } from './visit.mjs'

/** Starts the server of an app, visits it, and stops it. When something fails, prints what the server said. */
export async function serve({ command: [command, ...args], cwd, env, browser }, use) {
  const server = await startServer(command, args, { cwd, env })
  let visit
  try {
    visit = await openVisit(browser, server.url)
    await use(visit, server)
  } catch (error) {
    console.log(`${command} ${args.join(' ')} said:\n${server.output()}`)
    throw error
  } finally {
    await visit?.close()
    await server.stop()
  }
}
