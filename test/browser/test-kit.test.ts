import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type { TestSession } from 'sessionchart/testing'
import type { AuthHandlers } from 'sessionchart/testing/msw'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchBrowser } from './launch.mjs'

// What tests are made with, in a page of a real browser: as in Storybook, and in component tests of Playwright.

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Kit {
  session: TestSession
  auth: AuthHandlers
  mount(at: string): Promise<void>
  listen(): Promise<void>
}
declare const kit: Kit

const script = `
  import * as React from 'react'
  import { createRoot } from 'react-dom/client'
  import { setupWorker } from 'msw/browser'
  import { SessionProvider, signOut, useSession, useSessionState } from 'sessionchart/react'
  import { createTestSession } from 'sessionchart/testing'
  import { authHandlers } from 'sessionchart/testing/msw'

  function Account() {
    const { data, status } = useSession()
    const { cause } = useSessionState()
    return <>
      <p>{data?.user?.name ?? status} ({cause.type})</p>
      <button onClick={() => signOut({ redirect: false })}>Sign out</button>
    </>
  }
  const show = (app) => createRoot(document.querySelector('main')).render(app)
  const kit = {
    async mount(at) {
      kit.session = await createTestSession({ at })
      show(<kit.session.Provider><Account /></kit.session.Provider>)
    },
    async listen() {
      kit.auth = authHandlers({ session: { user: { name: 'Ann' }, expires: '2099-01-01T00:00:00Z' } })
      await setupWorker(...kit.auth.handlers).start({ quiet: true })
      show(<SessionProvider><Account /></SessionProvider>)
    },
  }
  window.kit = kit
`

let browser: Browser
let server: Server
let page: Page

beforeAll(async () => {
  const { outputFiles } = await build({
    stdin: { contents: script, loader: 'tsx', resolveDir: root },
    absWorkingDir: root,
    tsconfig: 'tsconfig.json',
    jsx: 'automatic',
    bundle: true,
    format: 'esm',
    write: false,
    define: { 'process.env.NODE_ENV': '"development"' },
  })
  const files: Record<string, [type: string, body: string]> = {
    '/': [
      'text/html',
      '<!doctype html><title>Kit</title><main></main><script type="module" src="/kit.js"></script>',
    ],
    '/kit.js': ['text/javascript', outputFiles[0]?.text ?? ''],
    '/mockServiceWorker.js': [
      'text/javascript',
      await readFile(`${root}node_modules/msw/lib/mockServiceWorker.js`, 'utf8'),
    ],
  }
  server = createServer((request, response) => {
    const [type, body] = files[request.url ?? ''] ?? []
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

beforeEach(async () => {
  page = await browser.newPage()
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`)
  await page.waitForFunction(() => 'kit' in globalThis)
})
afterEach(() => page.close())

const shown = () => page.locator('p').textContent()

test('a session of a test is shown, ends by its clock, and asks no server', async () => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))

  await page.evaluate(() => kit.mount('expiring'))
  await expect.poll(shown).toBe('Ann (seeded)')
  await page.evaluate(() => kit.session.clock.tick('5m'))

  await expect.poll(shown).toBe('unauthenticated (expired)')
  expect(asked).toEqual([])
})

test('a session of a test is signed out by a click, and by another tab', async () => {
  await page.evaluate(() => kit.mount('authenticated'))
  await page.getByRole('button').click()
  await expect.poll(shown).toBe('unauthenticated (signed-out)')

  await page.evaluate(() => kit.session.otherTab.signIn({ user: { name: 'Bob' }, expires: '1' }))
  await expect.poll(shown).toBe('Bob (signed-in-in-other-tab)')
})

test('the server in a service worker of msw answers, fails, and signs out', async () => {
  await page.evaluate(() => kit.listen())
  await expect.poll(shown).toBe('Ann (server)')

  await page.evaluate(() => kit.auth.fail('signOut', 'network', { times: 1 }))
  await page.getByRole('button').click()
  await expect
    .poll(() => page.evaluate(() => kit.auth.requests.map(({ endpoint }) => endpoint)))
    .toContain('signOut')
  expect(await shown()).toBe('Ann (server)')
  await page.getByRole('button').click()

  await expect.poll(shown).toBe('unauthenticated (signed-out)')
  expect(await page.evaluate(() => kit.auth.session)).toBeNull()
})
