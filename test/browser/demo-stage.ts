import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { launchBrowser } from './launch.mjs'
import { type RunningDemo, runDemo } from './run-demo'

// Said by the browser about every answer of that kind, whoever asked.
const ofBrowser = /^Failed to load resource/

/** The demo in a browser, started over for each test. */
interface DemoPage {
  page: Page
  context: BrowserContext
  left: FrameLocator
  right: FrameLocator
  /** What the console has said, but for what next-auth says. */
  complaints: string[]
}

/** Runs the demo for the tests of a file, and opens it for each. The fields are those of the test that runs. */
export function openDemo(): DemoPage {
  const opened = {} as DemoPage
  let demo: RunningDemo
  let browser: Browser

  beforeAll(async () => {
    ;[demo, browser] = await Promise.all([runDemo(), launchBrowser()])
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    // Ctrl-C ends it, and nothing is left that would keep it alive.
    expect(await demo?.interrupt()).toBe(0)
  })

  beforeEach(async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => {
      const { url } = message.location()
      // What next-auth has to say is its own affair.
      const isOurs = !url.includes('/assets/left-')
      if (isOurs && message.type() !== 'log' && !ofBrowser.test(message.text()))
        complaints.push(message.text())
    })
    await fetch(`${demo.url}/api/start-over`, { method: 'POST' })
    await page.goto(demo.url)
    const left = page.frameLocator('iframe[title="next-auth/react"]')
    const right = page.frameLocator('iframe[title="sessionchart/react"]')
    await shows(left, 'unauthenticated')
    await shows(right, 'unauthenticated')
    Object.assign(opened, { page, context, left, right, complaints })
  })
  afterEach(() => opened.context.close())

  return opened
}

export const shows = (side: FrameLocator, status: string) =>
  side.locator('.pill', { hasText: RegExp(`^${status}$`) }).waitFor()
export const press = (where: Page | FrameLocator, name: string) =>
  where.getByRole('button', { name, exact: true }).click()
export const letServer = (page: Page, trouble: string) =>
  page.getByRole('radio', { name: trouble }).check({ force: true })
export const causeOf = (side: FrameLocator) => side.locator('dt:text-is("cause") + dd')
export const errorOf = (side: FrameLocator) => side.locator('dt:text-is("error") + dd')

export async function signInOnBothSides({ page, left, right }: DemoPage): Promise<void> {
  await press(page, 'Sign in on both sides')
  await shows(left, 'authenticated')
  await shows(right, 'authenticated')
}
