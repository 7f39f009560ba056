import type { Browser, BrowserContext, Frame, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'
import { launchBrowser } from './launch.mjs'
import { type DemoKind, startDemo } from './run-demo'

/** Both ways in which there is a demo: for `describe.each`. */
export const kinds: DemoKind[] = ['served', 'static']

// Said by the browser about every answer of that kind, whoever asked.
const ofBrowser = /^Failed to load resource/

/** The demo in a browser, started over for each test. */
export interface DemoPage {
  url: string
  page: Page
  context: BrowserContext
  left: FrameLocator
  right: FrameLocator
  /** What the consoles of all tabs have said, but for what next-auth says. A test may not end with any. */
  complaints: string[]
}

/** Starts a demo for the tests of a file, and opens it for each. The fields are those of the test that runs. */
export function openDemo(kind: DemoKind = 'served'): DemoPage {
  const opened = {} as DemoPage
  let demo: Awaited<ReturnType<typeof startDemo>>
  let browser: Browser
  let strays: string[]

  beforeAll(async () => {
    ;[demo, browser] = await Promise.all([startDemo(inject('demos'), kind), launchBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  beforeEach(async () => {
    const { url } = demo
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const complaints = complaintsIn(context)
    strays = kind === 'static' ? straysIn(context, url) : []
    const page = await context.newPage()
    Object.assign(opened, { url, page, context, complaints, ...sidesOf(page) })
    // What a demo of files knows is kept in the browser, and this one is new.
    if (kind === 'served') await fetch(`${url}/api/start-over`, { method: 'POST' })
    await page.goto(url)
    await bothShow(opened, 'unauthenticated')
  })
  afterEach(async () => {
    await opened.context.close()
    expect(opened.complaints).toEqual([])
    expect(strays).toEqual([])
  })

  return opened
}

/** What is asked of a server, and is no file of the demo. */
function straysIn(context: BrowserContext, url: string): string[] {
  const strays: string[] = []
  context.on('request', (request) => {
    const asked = `${request.method()} ${request.url()}`
    if (!asked.startsWith(`GET ${url}`) && !asked.startsWith('GET data:')) strays.push(asked)
  })
  context.on('response', (response) => {
    if (!response.ok()) strays.push(`${response.status()} ${response.url()}`)
  })
  return strays
}

function complaintsIn(context: BrowserContext): string[] {
  const complaints: string[] = []
  context.on('weberror', (event) => complaints.push(String(event.error())))
  context.on('console', (message) => {
    // What next-auth has to say is its own affair.
    const isOurs = !message.location().url.includes('/assets/left-')
    if (isOurs && message.type() !== 'log' && !ofBrowser.test(message.text())) complaints.push(message.text())
  })
  return complaints
}

/** Waits for the one complaint that a test expects, and takes it out. */
export async function takeComplaint({ complaints }: DemoPage, expected: string): Promise<void> {
  await expect.poll(() => complaints).toEqual([expect.stringContaining(expected)])
  complaints.length = 0
}

/** Takes out what has been said about a trouble, however often. */
export function takeComplaints({ complaints }: DemoPage, expected: string): void {
  for (const complaint of complaints.splice(0)) expect(complaint).toContain(expected)
}

export const sidesOf = (page: Page) => ({
  left: page.frameLocator('iframe[title="next-auth/react"]'),
  right: page.frameLocator('iframe[title="sessionchart/react"]'),
})
export async function frameOf(page: Page, title: string): Promise<Frame> {
  const frame = await page.locator(`iframe[title="${title}"]`).elementHandle()
  return (await frame?.contentFrame()) as Frame
}
export const shows = (side: FrameLocator, status: string) =>
  side.locator('.pill', { hasText: RegExp(`^${status}$`) }).waitFor()
export const bothShow = ({ left, right }: Pick<DemoPage, 'left' | 'right'>, status: string) =>
  Promise.all([shows(left, status), shows(right, status)])
/** Waits until the chart on the right is in a state, such as `network.offline`. */
export const lights = (side: FrameLocator, state: string) =>
  side.locator(`[data-state="session.${state}"][data-active="true"]`).waitFor()
export const says = (side: FrameLocator, failure: string | RegExp) =>
  side.getByRole('alert').getByText(failure).waitFor()
export const press = (where: Page | FrameLocator, name: string) =>
  where.getByRole('button', { name, exact: true }).click()
export const causeOf = (side: FrameLocator) => side.locator('dt:text-is("cause") + dd')
export const errorOf = (side: FrameLocator) => side.locator('dt:text-is("error") + dd')

export async function letServer(page: Page, trouble: string): Promise<void> {
  await page.getByRole('radio', { name: trouble }).click()
  await page.getByRole('radio', { name: trouble, checked: true }).waitFor()
}

/** The server's trouble, as the server says. */
export async function troubleOf({ page }: DemoPage): Promise<string> {
  const { trouble } = await page.evaluate(async () => (await fetch('api/stage')).json())
  return trouble
}

export async function signInOnBothSides(demo: DemoPage): Promise<void> {
  await press(demo.page, 'Sign in on both sides')
  await bothShow(demo, 'authenticated')
}
