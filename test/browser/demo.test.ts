import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runAxe } from './accessibility'
import { launchBrowser } from './launch.mjs'
import { type RunningDemo, runDemo } from './run-demo'

// Said by the browser about every answer of that kind, whoever asked.
const ofBrowser = /^Failed to load resource/

let demo: RunningDemo
let browser: Browser
let context: BrowserContext
let page: Page
let left: FrameLocator
let right: FrameLocator
let complaints: string[]

beforeAll(async () => {
  ;[demo, browser] = await Promise.all([runDemo(), launchBrowser()])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  // Ctrl-C ends it, and nothing is left that would keep it alive.
  expect(await demo?.interrupt()).toBe(0)
})

beforeEach(async () => {
  context = await browser.newContext()
  page = await context.newPage()
  complaints = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    const { url } = message.location()
    // What next-auth has to say is its own affair.
    const isOurs = !url.includes('/assets/left-')
    if (isOurs && message.type() !== 'log' && !ofBrowser.test(message.text())) complaints.push(message.text())
  })
  await fetch(`${demo.url}/api/start-over`, { method: 'POST' })
  await page.goto(demo.url)
  left = page.frameLocator('iframe[title="next-auth/react"]')
  right = page.frameLocator('iframe[title="sessionchart/react"]')
  await shows(left, 'unauthenticated')
  await shows(right, 'unauthenticated')
})
afterEach(() => context.close())

const shows = (side: FrameLocator, status: string) =>
  side.locator('.pill', { hasText: RegExp(`^${status}$`) }).waitFor()
const press = (name: string, where: Page | FrameLocator = page) =>
  where.getByRole('button', { name, exact: true }).click()
const letServer = (trouble: string) => page.getByRole('radio', { name: trouble }).check({ force: true })
const causeOf = (side: FrameLocator) => side.locator('dt:text-is("cause") + dd')
const errorOf = (side: FrameLocator) => side.locator('dt:text-is("error") + dd')

async function signInOnBothSides() {
  await press('Sign in on both sides')
  await shows(left, 'authenticated')
  await shows(right, 'authenticated')
}

describe.each(['next-auth/react', 'sessionchart/react'])('with %s', (name) => {
  let side: FrameLocator
  beforeEach(() => {
    side = page.frameLocator(`iframe[title="${name}"]`)
  })

  test('one signs in with a password, changes the name, and signs out', async () => {
    await press('Sign in', side)
    await side.getByText('Ann', { exact: true }).waitFor()
    await side.getByLabel('Another name').fill('Anna')
    await press('Update', side)
    await side.getByText('Anna', { exact: true }).waitFor()
    await press('Sign out', side)
    await shows(side, 'unauthenticated')
    expect(complaints).toEqual([])
  })

  test('a wrong password is refused', async () => {
    await side.getByLabel('Password').fill('wrong')
    await press('Sign in', side)
    await side.getByText('Refused: CredentialsSignin').waitFor()
    expect(complaints).toEqual([])
  })

  test('one signs in by way of the OpenID provider', async () => {
    await press('sign in with the OpenID provider', side)
    await side.getByText('Continue as Olive').click()
    await side.getByText('Olive', { exact: true }).waitFor()
    await shows(side, 'authenticated')
    expect(complaints).toEqual([])
  })
})

test('a server that answers 500 signs out the left side and not the right one, which says why', async () => {
  await signInOnBothSides()
  await letServer('answers 500')
  await shows(left, 'unauthenticated')
  await errorOf(right).getByText('http: /api/auth/session answered 500.').waitFor()
  await shows(right, 'authenticated')
  expect(await causeOf(right).textContent()).toBe('signed-in')

  await letServer('is well')
  await errorOf(right).getByText('none').waitFor()
  await shows(right, 'authenticated')
  // The failure is logged, once.
  expect(complaints).toEqual([expect.stringContaining('/api/auth/session answered 500.')])
})

test('a server that is unreachable, likewise', async () => {
  await signInOnBothSides()
  await letServer('is unreachable')
  await shows(left, 'unauthenticated')
  await errorOf(right)
    .getByText(/^network: /)
    .waitFor()
  await letServer('is well')
  await errorOf(right).getByText('none').waitFor()
  await shows(right, 'authenticated')
})

test('a server that hangs keeps nobody waiting once it answers again', async () => {
  await letServer('hangs')
  await press('Sign in', right)
  await right.getByText('signingIn, asking').waitFor()
  await letServer('is well')
  await shows(right, 'authenticated')
  expect(complaints).toEqual([])
})

test('a server that answers late shows its requests as long as they are out', async () => {
  await letServer('answers late')
  await press('Sign in', right)
  await right.locator('[data-request="out"]').first().waitFor()
  await shows(right, 'authenticated')
})

test('sessions end when the stage says so', async () => {
  await signInOnBothSides()
  await press('End the sessions in 20 s')
  await shows(right, 'unauthenticated')
  await shows(left, 'unauthenticated')
}, 60_000)

test('six seconds offline sign out the left side and not the right one', async () => {
  await signInOnBothSides()
  await context.setOffline(true)
  await right.getByText('offline', { exact: true }).waitFor()
  await shows(left, 'unauthenticated')
  await page.waitForTimeout(6_000)
  await context.setOffline(false)
  await right.getByText('online', { exact: true }).waitFor()
  await errorOf(right).getByText('none').waitFor()
  await shows(right, 'authenticated')
  await shows(left, 'unauthenticated')
}, 60_000)

test('another tab of the demo shows the same session and the same switches', async () => {
  await signInOnBothSides()
  await letServer('answers late')
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Open another tab' }).click(),
  ])
  await shows(other.frameLocator('iframe[title="sessionchart/react"]'), 'authenticated')
  expect(await other.getByRole('radio', { name: 'answers late' }).isChecked()).toBe(true)
})

test('starting over signs out both sides and makes the server well', async () => {
  await signInOnBothSides()
  await letServer('answers 500')
  await press('Start over')
  await shows(left, 'unauthenticated')
  await shows(right, 'unauthenticated')
  expect(await page.getByRole('radio', { name: 'is well' }).isChecked()).toBe(true)
})

test('the keyboard is enough', async () => {
  await page.getByRole('radio', { name: 'is well' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('radio', { name: 'answers 500' }).isChecked()).toBe(true)
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await shows(right, 'authenticated')
})

test.each(['light', 'dark'] as const)('axe finds nothing, in %s colors', async (colorScheme) => {
  await page.emulateMedia({ colorScheme })
  await signInOnBothSides()
  await letServer('answers 500')
  await shows(left, 'unauthenticated')
  await errorOf(right)
    .getByText(/^http: /)
    .waitFor()
  for (const frame of page.frames()) expect(await runAxe(frame, { iframes: false })).toEqual([])
})

test.each([360, 768, 1280])('nothing is wider than a window of %i pixels', async (width) => {
  await page.setViewportSize({ width, height: 800 })
  await signInOnBothSides()
  for (const frame of page.frames()) {
    const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
    expect(await frame.evaluate(overflow)).toBe(0)
  }
})
