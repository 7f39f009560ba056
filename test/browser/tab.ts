import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

/** The facts that `app/facts.tsx` shows. */
interface Facts {
  status: string
  name: string
  cause: string
  error: string
  stale: string
  statuses: string
}

/** The complaint that is ours: the first failed request in a row is logged, and no other. */
export const oneFailure = [expect.stringMatching(/^error: SessionError: /)]

// What the browser itself says about a failed request, whoever sent it.
const ofBrowser = /^Failed to load resource/

/** A tab with the app, used as a visitor would. */
export interface Tab {
  page: Page
  /** Waits until the app shows these facts. */
  shows(facts: Partial<Facts>): Promise<void>
  press(button: string): Promise<void>
  /** A page of a headless browser is never hidden by itself. */
  turn(visibility: DocumentVisibilityState): Promise<void>
  fill(fields: Record<string, string>): Promise<void>
  signIn(password?: string): Promise<void>
  /** The pages that were shown since the tab was opened, by path, query and hash. */
  visited: string[]
  /** How often the tab has asked for the session. */
  reads(): number
  /** What was thrown and nobody caught, and errors and warnings on the console. */
  complaints: string[]
}

export async function openTab(context: BrowserContext, path = '/'): Promise<Tab> {
  const page = await context.newPage()
  const visited: string[] = []
  let reads = 0
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.stack}`))
  page.on('console', (message) => {
    const [type, text] = [message.type(), message.text()]
    if (/error|warning|assert/.test(type) && !ofBrowser.test(text)) complaints.push(`${type}: ${text}`)
  })
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() === 'GET' && pathname === '/api/auth/session') reads += 1
  })
  page.on('framenavigated', (frame) => {
    const { pathname, search, hash } = new URL(frame.url())
    if (frame === page.mainFrame()) visited.push(pathname + search + hash)
  })
  await page.goto(path)

  const readFacts = () =>
    page
      .getByRole('status')
      .evaluateAll((outputs) =>
        Object.fromEntries(outputs.map((output) => [output.ariaLabel, output.textContent])),
      )
  const tab: Tab = {
    page,
    shows: (facts) => expect.poll(readFacts).toMatchObject(facts),
    press: (button) => page.getByRole('button', { name: button, exact: true }).click(),
    turn: (visibility) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value })
        document.dispatchEvent(new Event('visibilitychange'))
      }, visibility),
    async fill(fields) {
      for (const [label, value] of Object.entries(fields)) {
        await page.getByLabel(label, { exact: true }).fill(value)
      }
    },
    async signIn(password = 'ann-password') {
      await tab.fill({ User: 'ann', Password: password })
      await tab.press('Sign in')
    },
    visited,
    reads: () => reads,
    complaints,
  }
  return tab
}
