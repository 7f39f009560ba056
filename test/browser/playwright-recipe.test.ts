import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import * as server from 'sessionchart/testing/server'
import ts from 'typescript'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from './launch.mjs'

/** The recipe of the docs for Playwright, as it is. */

const docs = readFileSync(fileURLToPath(new URL('../../docs/recipes/playwright.md', import.meta.url)), 'utf8')
const recipes = [...docs.matchAll(/```ts\n(.*?)```/gs)]
  .map(([, code = '']) => code)
  .filter((code) => code.includes("from '@playwright/test'"))

type Run = (fixtures: { page: Page }) => Promise<void>

/** What the recipe hands to Playwright's `test`. */
function load(recipe: string): Run {
  let found: Run | undefined
  const modules: Record<string, unknown> = {
    '@playwright/test': { test: (_name: string, run: Run) => (found = run) },
    'sessionchart/testing/server': server,
  }
  const { outputText } = ts.transpileModule(recipe, { compilerOptions: { module: ts.ModuleKind.CommonJS } })
  new Function('require', 'exports', outputText)((name: string) => modules[name], {})
  if (!found) throw new Error('The recipe has no test.')
  return found
}

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('passes with an app that has no server', async () => {
  const context = await browser.newContext({ baseURL: 'http://localhost' })
  context.setDefaultTimeout(15_000)
  const app = inject('apps').v5
  await context.route('**', (route) => {
    const file = app[new URL(route.request().url()).pathname] ?? app['/index.html']
    return route.fulfill({ contentType: file?.type, body: file?.body })
  })
  const page = await context.newPage()

  for (const recipe of recipes) await load(recipe)({ page })

  expect(recipes).toHaveLength(1)
  expect(await page.getByLabel('status', { exact: true }).textContent()).toBe('authenticated')
  await context.close()
})
