import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { startAuthCoreServer } from '../servers/auth-core'
import type { AuthServer } from '../servers/auth-server'
import { launchBrowser } from './launch.mjs'

/** An app with the devtools in it, in a browser: a new page and a new server for each test. */
export interface DevtoolsPage {
  site: AuthServer
  page: Page
  panel: Locator
  button: Locator
  /** What was thrown, and errors and warnings on the console. A test may not end with any. */
  complaints: string[]
  /** Loads the app, with somebody signed in. */
  load(): Promise<void>
  open(): Promise<void>
  choose(tab: string): Promise<void>
  /** Waits until a state is lit, by its id without `session.`. */
  lights(state: string): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
// As hostile as pages are by accident.
const pageStyles = `
  * { letter-spacing: 3px; }
  body { font: italic 30px serif; color: red; text-align: center; }
  button { background: red; border-radius: 0; text-transform: uppercase; }
  ul li, ol li { list-style: square; margin: 40px; }
  svg { width: 20px; } text { fill: lime; }
`
const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An app</title>
  <meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">
  <link rel="stylesheet" href="/page.css"></head>
  <body><div id="root"></div><script type="module" src="/devtools.js"></script></body></html>`
// Neither inline styles nor inline scripts.
const policy = "default-src 'self'; img-src data:"

export function openDevtoolsPage(): DevtoolsPage {
  const opened = {} as DevtoolsPage
  let browser: Browser
  let files: Record<string, { body: string; type: string }>

  beforeAll(async () => {
    ;[browser, files] = await Promise.all([launchBrowser(), buildPage()])
  })
  afterAll(() => browser?.close())

  beforeEach(async () => {
    const site = await startAuthCoreServer({}, (request) => {
      const file = files[new URL(request.url).pathname] ?? { body: html, type: 'text/html' }
      return new Response(file.body, {
        headers: { 'content-type': file.type, 'content-security-policy': policy },
      })
    })
    const context = await browser.newContext({
      baseURL: site.url,
      viewport: { width: 1280, height: 800 },
    })
    const page = await context.newPage()
    const panel = page.getByRole('region', { name: 'Session devtools' })
    const button = page.getByRole('button', { name: /^Open the session devtools/ })
    Object.assign(opened, {
      site,
      page,
      panel,
      button,
      complaints: complaintsOf(page),
      async load() {
        await signIn(page)
        await page.goto('/')
        await page.getByText(/ is authenticated$/).waitFor()
      },
      async open() {
        await button.click()
        await panel.waitFor()
      },
      choose: (tab) => panel.getByRole('tab', { name: tab, exact: true }).click(),
      lights: (state) => panel.locator(`[data-state="session.${state}"][data-active="true"]`).waitFor(),
    } satisfies DevtoolsPage)
    await opened.load()
  })
  afterEach(async () => {
    await opened.page.context().close()
    await opened.site.stop()
    expect(opened.complaints).toEqual([])
  })

  return opened
}

async function buildPage(): Promise<Record<string, { body: string; type: string }>> {
  const { outputFiles } = await build({
    entryPoints: [`${root}test/browser/app/devtools.tsx`],
    tsconfig: `${root}tsconfig.json`,
    outdir: '/',
    bundle: true,
    splitting: true,
    format: 'esm',
    write: false,
    define: { 'process.env.NODE_ENV': '"development"' },
  })
  const scripts = outputFiles.map(({ path, text }) => [path, { body: text, type: 'text/javascript' }])
  return { ...Object.fromEntries(scripts), '/page.css': { body: pageStyles, type: 'text/css' } }
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.stack}`))
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text())
  })
  return complaints
}

async function signIn(page: Page): Promise<void> {
  const { request } = page.context()
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const form = { csrfToken, username: 'ann', password: 'ann-password', json: 'true' }
  await request.post('/api/auth/callback/credentials', {
    form,
    headers: { 'X-Auth-Return-Redirect': '1' },
  })
}
