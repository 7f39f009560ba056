import assert from 'node:assert/strict'
import { findAuthjsChunks } from './chunks.mjs'
import { driveApp } from './drive-app.mjs'
import { expectNoConflict, expectNoWarning } from './output.mjs'
import { install, run } from './processes.mjs'
import { check } from './report.mjs'
import { serve } from './serve.mjs'

const pages = [
  { how: 'App Router', path: '/', isSeeded: true },
  { how: 'Pages Router', path: '/legacy', isSeeded: false },
  { how: 'Pages Router with a session', path: '/legacy-seeded', isSeeded: true },
]

/** An app of Next with both routers, on next-auth v5. */
export async function checkNext({ workspace, tarball, browser }) {
  const app = workspace.copyApp('next')
  await check('installs', async () => expectNoConflict(await install(app, [tarball])))
  await check('builds without a warning', async () => {
    expectNoWarning(await run('npm', ['run', 'build'], { cwd: app }))
  })
  const chunks = await check('keeps sign-in and sign-out in a chunk of their own', () =>
    findAuthjsChunks(app, '.next/static/chunks'),
  )

  const env = { AUTH_SECRET: 'a secret of the smoke test', AUTH_TRUST_HOST: 'true' }
  const started = (script) => ({
    command: ['npm', 'run', script, '--', '--port', '0'],
    cwd: app,
    env,
    browser,
  })
  await serve(started('start'), async (visit) => {
    for (const { how, path, isSeeded } of pages) {
      await driveApp(visit, { how, path, isSeeded })
      await check(`${how}: loads that chunk beside the rest`, async () => {
        await visit.open(path)
        assert.equal(visit.scripts().filter((name) => chunks.includes(name)).length, 1)
        visit.expectQuiet()
      })
    }
    await check('App Router: the server renders what is for members only', () =>
      expectServerRender(visit, '/'),
    )
    await check('Pages Router: the server renders what is for members only', () =>
      expectServerRender(visit, '/legacy-seeded'),
    )
  })
  await serve(started('dev'), async (visit) => {
    for (const { how, ...page } of pages) await driveApp(visit, { how: `dev, ${how}`, ...page })
  })
}

async function expectServerRender(visit, path) {
  // As markup. React sends the elements of a Server Component to the browser in any case.
  const isRendered = async () => (await visit.html(path)).includes('<p>Only for members</p>')

  await visit.open(path)
  await visit.signIn('right')
  await visit.shows('authenticated Ann')
  assert.equal(await isRendered(), true)
  await visit.press('Sign out')
  await visit.shows('unauthenticated')
  assert.equal(await isRendered(), false)
}
