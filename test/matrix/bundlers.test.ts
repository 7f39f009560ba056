import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../browser/launch.mjs'
import { openTab } from '../browser/tab'
import { startAuthCoreServer } from '../servers/auth-core'
import { findEngineChunks } from '../support/engine-chunks.mjs'
import { drivePage } from './drive-page'
import { readFiles } from './files'
import { makeFolder, tarball } from './folder'
import { run } from './run'
import { show } from './show'

// Our panel can show Stately's inspector, which the app has not installed.
const inspector = /@statelyai\/inspect/
// Rollup says it of every package that has "use client".
const directive = /Module level directives cause errors when bundled, "use client"/

/** The scripts of `apps/bundlers/package.json`. Turbopack is in `test/smoke`: nobody runs it without Next. */
const bundlers = [
  { name: 'vite', late: 'assets', warnings: [] },
  { name: 'webpack', late: '.', warnings: [/^WARNING in .*sessionchart\/dist\/inspect\.js/, inspector] },
  {
    name: 'webpack-from-cjs',
    late: '.',
    warnings: [/^WARNING in .*sessionchart\/dist\/inspect\.js/, inspector],
  },
  { name: 'rollup', late: '.', warnings: [directive, inspector] },
  { name: 'esbuild', late: '.', warnings: [] },
  // One file cannot be loaded in parts.
  { name: 'esbuild-one-file', late: null, warnings: [] },
]

let dir: string
let browser: Browser
beforeAll(async () => {
  dir = makeFolder({}, 'bundlers')
  const source = fileURLToPath(new URL('./apps/bundlers/package.json', import.meta.url))
  cpSync(source, join(dir, 'package.json'))
  const flags = ['--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts']
  await run(dir, 'npm', ['install', ...flags, tarball()])
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe.each(bundlers)('bundled by $name', ({ name, late, warnings }) => {
  const output = () => join('dist', name)

  test('warns of nothing but what is known', async () => {
    const { stdout, stderr } = await run(dir, 'npm', ['run', '--silent', name])
    const lines = (stdout + stderr).split('\n')
    const said = lines.filter((line) => /warning|can't resolve|\(!\)|imported by/i.test(line))
    for (const warning of warnings)
      expect(
        said.some((line) => warning.test(line)),
        `${warning}`,
      ).toBe(true)
    const known = [
      ...warnings,
      /compiled with 1 warning|1 warning has detailed|\(!\) Unresolved dependencies|#warning-/,
    ]
    expect(said.filter((line) => !known.some((pattern) => pattern.test(line)))).toEqual([])
  })

  test.runIf(late)('has the engine and XState in chunks that come late', () => {
    const chunks = findEngineChunks(dir, join(output(), late ?? ''))
    expect(chunks.length).toBeGreaterThan(0)
    const others = Object.entries(readFiles(join(dir, output())))
      .filter(([file]) => !chunks.some((chunk) => file.endsWith(`/${chunk}`)))
      .filter(([, { body }]) => body.includes('xstate.init'))
    expect(others.map(([file]) => file)).toEqual([])
  })

  test('signs in and out, and inspects, without a complaint of the browser', async () => {
    const server = await startAuthCoreServer({}, show(readFiles(join(dir, output()))))
    const context = await browser.newContext({ baseURL: server.url })
    context.setDefaultTimeout(15_000)
    try {
      const tab = await openTab(context)
      await drivePage(tab)
      expect(tab.complaints).toEqual([])
    } finally {
      await context.close()
      await server.stop()
    }
  })
})
