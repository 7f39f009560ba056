import { readFile } from 'node:fs/promises'
import type { Plugin } from 'esbuild'
import type { Browser } from 'playwright-core'
import { type BenchPage, openBenchPage } from '../../bench-page'
import { buildPage, type PageScripts } from '../../build-page'

/** Without both; with an inspector that does nothing; with the recorder alone; with the devtools closed, or open. */
export const VARIANTS = ['without', 'inspector', 'recorder', 'closed', 'open'] as const

export type Variant = (typeof VARIANTS)[number]

/** A production build, and yet with the devtools, which leave themselves out of one. */
const keepDevtools: Plugin = {
  name: 'keep-devtools',
  setup({ onLoad }) {
    onLoad({ filter: /session-devtools\.tsx$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8')
      return { contents: source.replaceAll('process.env.NODE_ENV', '"development"'), loader: 'tsx' }
    })
  },
}

export const buildDevtoolsPage = (): Promise<PageScripts> =>
  buildPage(`export { bench } from './devtools'`, [keepDevtools])

/** Opens test/bench/page/devtools.tsx. What it counts itself is read with the rest. */
export async function openDevtoolsPage(
  browser: Browser,
  scripts: PageScripts,
  variant: Variant,
): Promise<BenchPage> {
  const opened = await openBenchPage(browser, scripts, `?${variant}`)
  const { page } = opened
  await page.getByText('Ann is authenticated').waitFor()
  if (variant === 'closed') await page.getByRole('button', { name: 'Open the session devtools' }).waitFor()
  if (variant === 'open') await page.getByRole('region', { name: 'Session devtools' }).waitFor()
  return {
    ...opened,
    read: async () => ({
      ...(await opened.read()),
      ...(await opened.run<Record<string, number>>('bench.counts()')),
    }),
  }
}
