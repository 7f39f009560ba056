import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, inject } from 'vitest'
import { launchBrowser } from '../browser/launch.mjs'

const PHONE = { width: 360, height: 740 }

export interface Reader {
  page: Page
  /** What a reader should never cause: errors of the page, and requests that leave the site. */
  complaints: string[]
  open(path: string): Promise<void>
}

/** Gives each test a phone that has not been on the site before. */
export function openPhone(): Reader {
  let browser: Browser
  let context: BrowserContext
  const site = inject('site')
  const reader = {
    complaints: [],
    async open(path: string) {
      await reader.page.goto(new URL(path.replace(/^\//, ''), site).href, { waitUntil: 'load' })
      // VitePress has taken over.
      await reader.page.waitForFunction(() => '__vue_app__' in (document.querySelector('#app') ?? {}))
    },
  } as unknown as Reader

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    context = await browser.newContext({
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    })
    reader.page = await context.newPage()
    reader.complaints = listen(reader.page, new URL(site).origin)
  })
  afterEach(() => context.close())
  return reader
}

function listen(page: Page, origin: string): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== origin) complaints.push(`asks ${url}`)
  })
  return complaints
}
