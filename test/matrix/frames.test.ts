import type { Browser, BrowserContext, FrameLocator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../browser/launch.mjs'
import { startAuthCoreServer } from '../servers/auth-core'
import type { AuthServer } from '../servers/auth-server'
import { buildPage } from './build-page'
import { show } from './show'

const app = await buildPage()
// A frame of another origin may load module scripts only from who lets it.
const showApp = show(app, { 'access-control-allow-origin': '*' })

let browser: Browser
let context: BrowserContext
let server: AuthServer
let complaints: string[]
beforeAll(async () => {
  browser = await launchBrowser()
})
afterEach(async () => {
  await context.close()
  await server.stop()
})
afterAll(() => browser?.close())

interface Scene {
  /** The attributes of the frame. */
  attributes?: string
  /** The page that the frame is in has another site: the name of the server in it. */
  foreign?: boolean
  /** Cookies of Auth.js go along in frames of other sites. */
  crossSiteCookies?: boolean
}

/** Opens a page that has the app in a frame. */
async function openFrame({ attributes = '', foreign = false, crossSiteCookies = false }: Scene) {
  const options = { sameSite: 'none', secure: true } as const
  const cookies = { sessionToken: { options }, csrfToken: { options }, callbackUrl: { options } }
  server = await startAuthCoreServer(crossSiteCookies ? { cookies } : {}, (request) => {
    const { pathname } = new URL(request.url)
    return pathname === '/outer' ? outer(attributes, foreign) : showApp(request)
  })
  context = await browser.newContext()
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`))
  page.on('console', (message) => {
    if (/error|warning/.test(message.type())) complaints.push(message.text())
  })
  await page.goto(`${server.url}/outer`)
  return { page, frame: page.frameLocator('iframe') }
}

function outer(attributes: string, foreign: boolean): Response {
  // `localhost` and `127.0.0.1` are one server and two sites.
  const host = foreign ? "'localhost:' + location.port" : 'location.host'
  const body = `<!doctype html><link rel="icon" href="data:,"><iframe ${attributes}></iframe>
    <script>document.querySelector('iframe').src = 'http://' + ${host} + '/'</script>`
  return new Response(body, { headers: { 'content-type': 'text/html' } })
}

const shows = (frame: FrameLocator, facts: Record<string, string>) =>
  expect
    .poll(async () => {
      const outputs = await frame.getByRole('status').all()
      const pairs = outputs.map(async (output) => [
        await output.getAttribute('aria-label'),
        await output.textContent(),
      ])
      return Object.fromEntries(await Promise.all(pairs))
    })
    .toMatchObject(facts)

async function signIn(frame: FrameLocator, leave = false) {
  await frame.getByLabel('User').fill('ann')
  await frame.getByLabel('Password').fill('ann-password')
  await frame.getByLabel('Leave').setChecked(leave)
  await frame.getByRole('button', { name: 'Sign in', exact: true }).click()
}

test('in a frame of its own site it signs in, and a tab beside it hears of it', async () => {
  const { frame } = await openFrame({})
  const beside = await context.newPage()
  await beside.goto(server.url)
  await shows(frame, { status: 'unauthenticated', cause: 'server' })
  await signIn(frame)
  await shows(frame, { status: 'authenticated', name: 'Ann', cause: 'signed-in' })
  await beside.getByText('Only for members').waitFor()
  expect(complaints).toEqual([])
})

test('a sign-in that leaves the page goes on in the frame, and the page around it stays', async () => {
  const { page, frame } = await openFrame({})
  await shows(frame, { status: 'unauthenticated' })
  await signIn(frame, true)
  await shows(frame, { status: 'authenticated', name: 'Ann' })
  expect(page.url()).toBe(`${server.url}/outer`)
  expect(page.frames()[1]?.url()).toContain('/?from=sign-in')
  expect(complaints).toEqual([])
})

test('in a frame of another site it signs in where cookies go along', async () => {
  const { frame } = await openFrame({ foreign: true, crossSiteCookies: true })
  await shows(frame, { status: 'unauthenticated', cause: 'server' })
  await signIn(frame)
  await shows(frame, { status: 'authenticated', name: 'Ann', cause: 'signed-in' })
  await frame.getByRole('button', { name: 'Sign out', exact: true }).click()
  await shows(frame, { status: 'unauthenticated', cause: 'signed-out' })
  expect(complaints).toEqual([])
})

test('in a frame of another site whose cookies the browser keeps back, the sign-in is refused', async () => {
  const { frame } = await openFrame({ foreign: true })
  await shows(frame, { status: 'unauthenticated', cause: 'server' })
  await signIn(frame)
  await frame.getByText('Refused: MissingCSRF').waitFor()
  await shows(frame, { status: 'unauthenticated' })
  expect(complaints).toEqual([])
})

test('in a sandbox without an origin it says that the server is out of reach, and nothing is thrown', async () => {
  const { frame } = await openFrame({ attributes: 'sandbox="allow-scripts allow-forms"' })
  await shows(frame, { status: 'unauthenticated', cause: 'unreachable', error: 'network' })
  await signIn(frame)
  await frame.getByText('Refused:').waitFor()
  await shows(frame, { status: 'unauthenticated' })
  expect(complaints.filter((text) => text.startsWith('thrown'))).toEqual([])
})
