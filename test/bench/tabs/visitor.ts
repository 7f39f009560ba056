import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Pages } from '../../many-tabs/pages'
import type { AuthServer } from '../../servers/auth-server'
import type { LibraryName } from '../libraries'
import { pagePathOf } from './pages'
import { isRead, startStubServer } from './stub-server'
import type { MountOptions } from './tab-bench'

// Hundreds of tabs are opened while others are measured.
const TIMEOUT_MS = 180_000

/** Somebody with a browser and a server of their own. */
export interface BenchVisitor {
  server: AuthServer
  context: BrowserContext
  /** Opens a tab that shows nothing yet. */
  open(build?: 'production' | 'development'): Promise<Page>
  /** One after the other: together they would wait for each other's answers. */
  openMany(count: number): Promise<Page[]>
  /** When the server was asked who is signed in, by `performance.now()`. */
  readTimes: number[]
  /** Says 503 to whoever asks, or answers again. */
  fail(isDown: boolean): void
}

/** Does it for a visitor of this library, and lets go of all afterwards. */
export async function withVisitor<T>(
  { browser, pages }: { browser: Browser; pages: Pages },
  library: LibraryName,
  act: (visitor: BenchVisitor) => Promise<T>,
  startServer: (pages: Pages) => Promise<AuthServer> = startStubServer,
): Promise<T> {
  const server = await startServer(pages)
  const context = await browser.newContext({ baseURL: server.url })
  context.setDefaultTimeout(TIMEOUT_MS)
  const readTimes: number[] = []
  let isFailing = false
  server.intercept((request) => {
    if (!isRead(request)) return undefined
    readTimes.push(performance.now())
    return isFailing ? new Response('<h1>Down</h1>', { status: 503 }) : undefined
  })
  const open: BenchVisitor['open'] = async (build) => {
    const page = await context.newPage()
    await page.goto(pagePathOf(library, build))
    await page.waitForFunction(() => 'tabBench' in window)
    return page
  }
  const visitor: BenchVisitor = {
    server,
    context,
    readTimes,
    fail(isDown) {
      isFailing = isDown
    },
    open,
    async openMany(count) {
      const tabs: Page[] = []
      while (tabs.length < count) tabs.push(await open())
      return tabs
    },
  }
  try {
    return await act(visitor)
  } finally {
    await context.close()
    await server.stop()
  }
}

export const mount = (page: Page, options: MountOptions): Promise<void> =>
  page.evaluate((given) => window.tabBench.mount(given), options)

export const isShowing = async (page: Page, status: string): Promise<void> => {
  await page.waitForFunction((wanted) => window.tabBench.status() === wanted, status)
}

/** A page of a headless browser is never hidden by itself. */
export const turn = (page: Page, visibility: DocumentVisibilityState): Promise<void> =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, visibility)

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

const QUIET_MS = 2_000

/** Waits until the server was asked nothing for a while in which each page had its turn. */
export async function whenQuiet({ server, context }: BenchVisitor): Promise<void> {
  let before = -1
  while (before !== server.requests.length) {
    before = server.requests.length
    await pause(QUIET_MS)
    await Promise.all(context.pages().map((page) => page.evaluate(whenIdle)))
  }
}

const whenIdle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()))
