import assert from 'node:assert/strict'
import { basename } from 'node:path'
import { recordStatuses } from './record-statuses.mjs'
import { watchRequests } from './watch-requests.mjs'

const LIMIT_MS = 60_000
// Next's own talk with its development server, which on a page of the Pages Router comes before its client is ready.
const OTHERS = /^\[HMR\]/

/** One visitor with cookies of their own. */
export async function openVisit(browser, url) {
  const context = await browser.newContext({ baseURL: url })
  const page = await context.newPage()
  page.setDefaultTimeout(LIMIT_MS)
  page.setDefaultNavigationTimeout(LIMIT_MS)
  await page.addInitScript(recordStatuses)

  const complaints = []
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}\n${error.stack}`))
  page.on('console', (message) => {
    const type = message.type()
    const text = message.text()
    if (/error|warning|assert/.test(type) && !OTHERS.test(text)) complaints.push(`${type}: ${text}`)
  })
  const requests = watchRequests(page)
  const button = (name) => page.getByRole('button', { name, exact: true })

  return {
    page,
    button,
    /** Signs in without a page. */
    async enter() {
      const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json()
      const form = { csrfToken, username: 'ann', password: 'right' }
      await context.request.post('/api/auth/callback/credentials', { form, maxRedirects: 0 })
    },
    /** Signs out without a page. */
    async leave() {
      // The answer to a read that is under way would bring the cookie back.
      await requests.settle()
      await context.clearCookies()
    },
    /** Opens a page and waits until React has taken over and nothing is on its way any more. */
    async open(path) {
      // The page that is left may still be at work.
      await requests.settle()
      await page.goto(path)
      await this.settles()
    },
    /** Waits until React has taken over and nothing is on its way any more. */
    async settles() {
      await page.waitForFunction(() =>
        Object.keys(document.querySelector('[role=status]') ?? {}).some((key) =>
          key.startsWith('__reactProps'),
        ),
      )
      await requests.settle()
    },
    /** Follows a link of the page, without loading the document anew. */
    async follow(name) {
      await page.getByRole('link', { name, exact: true }).click()
      await this.heading(name)
    },
    heading: (name) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor(),
    /** Waits for what the app says about who is signed in. */
    async shows(text) {
      const whole = new RegExp(`^\\s*${text}\\s*$`)
      await page.getByRole('status').filter({ hasText: whole }).waitFor()
    },
    says: (text) => page.getByText(text).first().waitFor(),
    async signIn(password, { name = 'ann', stay = true } = {}) {
      await page.getByLabel('Name', { exact: true }).fill(name)
      await page.getByLabel('Password').fill(password)
      await page.getByLabel('Stay here').setChecked(stay)
      await button('Sign in').click()
    },
    press: (name) => button(name).click(),
    /** Each status that was on the page since the document was loaded, beginning with what the server sent. */
    statuses: () => page.evaluate(() => window.seenStatuses),
    /** How often the session was read since the document was asked for. */
    reads: () => requests.all().filter((request) => request === 'GET /api/auth/session').length,
    /** The scripts that were loaded since the document was asked for. */
    scripts: () =>
      requests
        .all()
        .map((request) => basename(request))
        .filter((name) => name.endsWith('.js')),
    /** What the server sends before any script runs. */
    html: async (path) => (await context.request.get(path)).text(),
    /** Fails when the browser has complained. */
    expectQuiet() {
      this.expectComplaints()
    },
    /** Fails unless the browser has complained of these, and forgets the complaints. */
    expectComplaints(...patterns) {
      const heard = complaints.splice(0)
      assert.equal(heard.length, patterns.length, `The browser has complained:\n${heard.join('\n')}`)
      for (const [index, pattern] of patterns.entries()) assert.match(heard[index], pattern)
    },
    close: () => context.close(),
  }
}
