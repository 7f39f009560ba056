import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Recording, replay } from 'sessionchart/inspect'
import { startAuthCoreServer } from '../servers/auth-core'
import type { AuthServer } from '../servers/auth-server'
import { startNextAuthV4Server } from '../servers/next-auth-v4'
import { type Library, type Pages, pathOf, showPages } from './pages'

type User = 'ann' | 'bob'

/** Somebody with one browser, cookies and an Auth.js server of their own. */
export interface Visitor {
  server: AuthServer
  context: BrowserContext
  open(library: Library, options?: Record<string, number>): Promise<Tab>
  /** Signs in without any tab knowing. */
  signInUnseen(user?: User): Promise<void>
  /** How often the server was asked who is signed in. */
  reads(): number
  /** Whether the browser has the cookie of a session. */
  hasCookie(): Promise<boolean>
  leave(): Promise<void>
}

export interface Tab {
  page: Page
  /** What is on the screen, as `authenticated Ann`. */
  shown(): Promise<string>
  /** All that was on it since the page was opened. */
  everShown(): Promise<string[]>
  /** Since when there is on it what is there now, in epoch milliseconds. */
  shownSince(): Promise<number>
  signIn(user: User): Promise<void>
  /** The way it is by default: the page is left, here for itself. */
  signInAndReturn(user: User): Promise<void>
  signOut(): Promise<void>
  getSession(): Promise<void>
  /** A page of a headless browser is never hidden by itself. */
  turn(visibility: DocumentVisibilityState): Promise<void>
  /** Somebody sets the clock of the device. */
  moveClock(milliseconds: number): Promise<void>
  /** How often it has asked who is signed in. */
  reads(): number
  /** What was thrown and nobody caught, and errors on the console that are not the browser's. */
  complaints: string[]
}

/** What `app/main.tsx` puts there. */
declare global {
  interface Window {
    shown: string[]
    shownSince: number
    signIn(provider: string, options: object): Promise<unknown>
    signOut(options: object): Promise<unknown>
    getSession(): Promise<unknown>
    /** With the option `record`: what happened so far. */
    recording(): Recording
    /** With the option `expiryWarning`: `isExpiring`, with each of its changes. */
    warned: boolean[]
    refetch(): Promise<unknown>
    replay: typeof replay
  }
}

const servers = { v4: startNextAuthV4Server, v5: startAuthCoreServer }

export interface VisitOptions {
  version?: keyof typeof servers
  /** How long a session lasts that nobody reads, in seconds. */
  maxAge?: number
}

export async function visit(
  browser: Browser,
  pages: Pages,
  { version = 'v5', maxAge = 86_400 }: VisitOptions = {},
): Promise<Visitor> {
  const server = await servers[version]({ session: { maxAge } }, showPages(pages))
  const context = await browser.newContext({ baseURL: server.url })
  context.setDefaultTimeout(30_000)
  return {
    server,
    context,
    async open(library, options = {}) {
      const page = await context.newPage()
      const complaints = watchComplaints(page)
      const reads = countReads(page)
      const query = new URLSearchParams(Object.entries(options).map(([name, value]) => [name, `${value}`]))
      await page.goto(`${pathOf(library)}?${query}`)
      return { ...driverOf(page), reads, complaints }
    },
    signInUnseen: (user = 'ann') => signInUnseen(context, user),
    reads: () => server.requests.filter(isRead).length,
    async hasCookie() {
      const cookies = await context.cookies()
      return cookies.some(({ name }) => name.endsWith('.session-token') || name.endsWith('.session-token.0'))
    },
    async leave() {
      await context.close()
      await server.stop()
    },
  }
}

const driverOf = (page: Page) => ({
  page,
  shown: async () => (await page.getByRole('status').textContent()) ?? '',
  everShown: () => page.evaluate(() => window.shown),
  shownSince: () => page.evaluate(() => window.shownSince),
  signIn: (user: User) =>
    page.evaluate(async (username) => {
      await window.signIn('credentials', { username, password: `${username}-password`, redirect: false })
    }, user),
  async signInAndReturn(user: User) {
    const back = page.waitForEvent('load')
    await page.evaluate((username) => {
      void window.signIn('credentials', { username, password: `${username}-password` })
    }, user)
    await back
  },
  signOut: () =>
    page.evaluate(async () => {
      await window.signOut({ redirect: false })
    }),
  getSession: () =>
    page.evaluate(async () => {
      await window.getSession()
    }),
  turn: (visibility: DocumentVisibilityState) =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, value })
      document.dispatchEvent(new Event('visibilitychange'))
    }, visibility),
  moveClock: (milliseconds: number) =>
    page.evaluate((offset) => {
      const { now } = Date
      Date.now = () => now() + offset
    }, milliseconds),
})

/** It asks who is signed in. */
export const isRead = ({ method, path }: { method: string; path: string }) =>
  method === 'GET' && /^\/api\/auth\/session(\?|$)/.test(path)

function countReads(page: Page): () => number {
  let reads = 0
  page.on('request', (request) => {
    if (isRead({ method: request.method(), path: new URL(request.url()).pathname })) reads += 1
  })
  return () => reads
}

function watchComplaints(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.stack}`))
  page.on('console', (message) => {
    const isOfBrowser = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isOfBrowser) complaints.push(message.text())
  })
  return complaints
}

async function signInUnseen({ request }: BrowserContext, user: User): Promise<void> {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json()
  const form = { csrfToken, username: user, password: `${user}-password`, json: 'true' }
  await request.post('/api/auth/callback/credentials', {
    form,
    headers: { 'X-Auth-Return-Redirect': '1' },
  })
}
