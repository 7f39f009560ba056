import assert from 'node:assert/strict'
import { basename } from 'node:path'

const LIMIT_MS = 60_000
// Next's own talk with its development server, which on a page of the Pages Router comes before its client is ready.
const OTHERS = /^\[HMR\]/

/** One visitor with cookies of their own. */
export async function openVisit(browser, url) {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  page.setDefaultTimeout(LIMIT_MS)
  page.setDefaultNavigationTimeout(LIMIT_MS)

  const complaints = []
  let requests = []
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.stack}`))
  page.on('console', (message) => {
    const type = message.type()
    const text = message.text()
    if (/error|warning|assert/.test(type) && !OTHERS.test(text)) complaints.push(`${type}: ${text}`)
  })
  page.on('request', (request) => requests.push(`${request.method()} ${new URL(request.url()).pathname}`))

  const button = (name) => page.getByRole('button', { name, exact: true })

  return {
    page,
    /** Opens a page and waits until React has taken over and nothing is on its way any more. */
    async open(path) {
      requests = []
      await page.goto(path, { waitUntil: 'networkidle' })
      await button('Sign in').and(page.locator(':enabled')).waitFor()
    },
    /** Waits for what the app says about who is signed in. */
    async shows(text) {
      const whole = new RegExp(`^\\s*${text}\\s*$`)
      await page.getByRole('status').filter({ hasText: whole }).waitFor()
    },
    async signIn(password, { stay = true } = {}) {
      await page.getByLabel('Name').fill('ann')
      await page.getByLabel('Password').fill(password)
      await page.getByLabel('Stay here').setChecked(stay)
      await button('Sign in').click()
    },
    press: (name) => button(name).click(),
    /** How often the session was read since the page was opened. */
    reads: () => requests.filter((request) => request === 'GET /api/auth/session').length,
    /** The scripts that were loaded since the page was opened. */
    scripts: () => requests.map((request) => basename(request)).filter((name) => name.endsWith('.js')),
    /** What the server sends before any script runs. */
    html: async (path) => (await context.request.get(path)).text(),
    /** Fails when the browser has complained, and forgets the complaints. */
    expectQuiet() {
      assert.deepEqual(complaints.splice(0), [])
    },
    close: () => context.close(),
  }
}
