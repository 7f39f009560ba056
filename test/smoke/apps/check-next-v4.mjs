import { findEngineChunks } from '../../support/engine-chunks.mjs'
import { driveApp } from './drive-app.mjs'
import { checkChunks } from './next/chunks.mjs'
import { checkLatePage } from './next/late-page.mjs'
import { checkPagesRouter } from './next/pages-router.mjs'
import { checkRequired } from './next/required.mjs'
import { checkSeed } from './next/seed.mjs'
import { checkStock } from './next/stock.mjs'
import { checkUpdate } from './next/update.mjs'
import { expectNoConflict, expectNoWarning } from './output.mjs'
import { install, run } from './processes.mjs'
import { check } from './report.mjs'
import { serve } from './serve.mjs'

const seeded = { name: 'With a session', path: '/' }
const unseeded = { name: 'Without a session', path: '/without' }

// v4 answers a wrong password with 401, and browsers say so.
const refusal = /status of 401/
const pages = [
  { how: seeded.name, path: seeded.path, isSeeded: true, refusal },
  { how: unseeded.name, path: unseeded.path, isSeeded: false, refusal },
]

/** `examples/next-v4`: the Pages Router, on next-auth v4. */
export async function checkNextV4({ workspace, tarball, browser }) {
  const app = workspace.copyExample('next-v4')
  await check('installs', async () => expectNoConflict(await install(app, [tarball])))
  await check('differs from a stock app of next-auth in the import path only', () =>
    checkStock(workspace, { example: 'next-v4', app, ours: 'sessionchart/v4' }),
  )
  await check('builds without a warning', async () => {
    expectNoWarning(await run('npm', ['run', 'build'], { cwd: app }))
  })
  const chunks = await check('keeps the engine in a chunk of its own', () =>
    findEngineChunks(app, '.next/static/chunks'),
  )

  const started = (script) => ({ command: ['npm', 'run', script, '--', '--port', '0'], cwd: app, browser })
  await serve(started('start'), async (visit) => {
    for (const page of pages) await driveApp(visit, page)
    await checkChunks(visit, chunks, [seeded.path, unseeded.path])
    await checkSeed(visit, [seeded.path])
    await checkUpdate(visit, [seeded.path, unseeded.path])
    await checkRequired(visit, { signInPage: '**/api/auth/signin?*', submit: 'Sign in with Credentials' })
    await checkPagesRouter(visit, { seeded, unseeded })
    await checkLatePage(visit, { seeded, unseeded })
  })
  await serve(started('dev'), async (visit) => {
    for (const { how, ...page } of pages) await driveApp(visit, { how: `dev, ${how}`, ...page })
  })
}
