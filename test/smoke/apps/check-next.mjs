import { findEngineChunks } from '../../support/engine-chunks.mjs'
import { driveApp } from './drive-app.mjs'
import { checkByPath } from './next/by-path.mjs'
import { checkChunks } from './next/chunks.mjs'
import { checkDevtools, checkNoDevtools } from './next/devtools.mjs'
import { checkHistory } from './next/history.mjs'
import { checkLatePage } from './next/late-page.mjs'
import { addMistake, checkMistake } from './next/mistake.mjs'
import { checkPagesRouter } from './next/pages-router.mjs'
import { checkPrivate } from './next/private.mjs'
import { checkRefresh } from './next/refresh.mjs'
import { checkRequired } from './next/required.mjs'
import { checkSeed } from './next/seed.mjs'
import { checkServerActions } from './next/server-actions.mjs'
import { checkStock } from './next/stock.mjs'
import { checkStreamed, checkStreamedByPath } from './next/streamed.mjs'
import { checkUpdate } from './next/update.mjs'
import { expectNoConflict, expectNoWarning } from './output.mjs'
import { install, run } from './processes.mjs'
import { check } from './report.mjs'
import { serve } from './serve.mjs'

const seeded = { name: 'Pages Router', path: '/pages-router' }
const unseeded = { name: 'Pages Router without a session', path: '/pages-router/without' }

const pages = [
  { how: 'App Router', path: '/', isSeeded: true },
  { how: 'App Router with a refresh', path: '/refresh', isSeeded: true },
  { how: 'App Router with guards', path: '/guards', isSeeded: true },
  { how: unseeded.name, path: unseeded.path, isSeeded: false },
  { how: seeded.name, path: seeded.path, isSeeded: true },
]

const seededPaths = [
  '/',
  '/actions',
  '/members',
  '/private',
  '/refresh',
  '/guards',
  '/stay',
  '/chart',
  seeded.path,
]

/** `examples/next`: both routers, on next-auth v5. */
export async function checkNext({ workspace, tarball, browser }) {
  const app = workspace.copyExample('next')
  await check('installs', async () => expectNoConflict(await install(app, [tarball])))
  await check('differs from a stock app of next-auth in the import path only', () =>
    checkStock(workspace, {
      example: 'next',
      app,
      ours: 'sessionchart/react',
      more: ['app/(more)', 'app/(by-path)'],
    }),
  )
  addMistake(app)
  await check('builds without a warning', async () => {
    expectNoWarning(await run('npm', ['run', 'build'], { cwd: app }))
  })
  const chunks = await check('keeps the engine in a chunk of its own', () =>
    findEngineChunks(app, '.next/static/chunks'),
  )

  const started = (script) => ({ command: ['npm', 'run', script, '--', '--port', '0'], cwd: app, browser })
  await serve(started('start'), async (visit, server) => {
    for (const page of pages) await driveApp(visit, page)
    await checkChunks(visit, chunks, ['/', '/by-path', unseeded.path, seeded.path])
    await checkSeed(visit, seededPaths)
    await checkUpdate(visit, ['/', '/refresh', unseeded.path, seeded.path])
    await checkServerActions(visit)
    await checkRequired(visit)
    await checkRequired(visit, { path: '/by-path/members' })
    await checkPrivate(visit)
    await checkRefresh(visit)
    await checkStreamed(visit)
    await checkStreamedByPath(visit)
    await checkByPath(visit)
    await checkHistory(visit)
    await checkPagesRouter(visit, { seeded, unseeded })
    await checkLatePage(visit, { seeded, unseeded })
    await checkNoDevtools(visit)
    await checkMistake(visit, server)
  })
  await serve(started('dev'), async (visit, server) => {
    for (const { how, ...page } of pages) await driveApp(visit, { how: `dev, ${how}`, ...page })
    await checkServerActions(visit)
    await checkStreamed(visit)
    await checkStreamedByPath(visit)
    await checkDevtools(visit)
    await checkMistake(visit, server)
  })
}
