import assert from 'node:assert/strict'
import { findEngineChunks } from '../../support/engine-chunks.mjs'
import { driveApp } from './drive-app.mjs'
import { expectNoConflict, expectNoWarning } from './output.mjs'
import { install, run } from './processes.mjs'
import { check } from './report.mjs'
import { serve } from './serve.mjs'

/** An app of Vite whose server is Hono with `@auth/core`. */
export async function checkVite({ workspace, tarball, browser }) {
  const app = workspace.copyApp('vite')
  await check('installs', async () => expectNoConflict(await install(app, [tarball])))
  await check('builds without a warning', async () => {
    expectNoWarning(await run('npm', ['run', 'build'], { cwd: app }))
  })
  const chunks = await check('keeps the engine in a chunk of its own', () =>
    findEngineChunks(app, 'dist/assets'),
  )

  const server = { command: ['node', 'server.mjs'], cwd: app, browser }
  await serve(server, async (visit, { url }) => {
    await driveApp(visit, { how: 'built', path: '/', isSeeded: false })
    await check('built: loads that chunk beside the rest, and has no `process`', async () => {
      await visit.open('/')
      assert.deepEqual(
        visit.scripts().filter((name) => chunks.includes(name)),
        chunks,
      )
      assert.equal(await visit.page.evaluate('typeof process'), 'undefined')
      visit.expectQuiet()
    })

    const dev = { command: ['npm', 'run', 'dev', '--', '--port', '0'], env: { SMOKE_AUTH_SERVER: url } }
    await serve({ ...server, ...dev }, async (visit) => {
      await driveApp(visit, { how: 'dev', path: '/', isSeeded: false })
    })
  })
}
