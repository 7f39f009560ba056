import { OUTAGE_MS, TO_MS } from './outage'
import type { OpenBrowser, UserBrowser } from './user-browser'

export interface OutageOfClient {
  seed: number
  tabs?: number
  intervalMs: number
  firstPollMs: number
  /** The server says it with each refusal: the answer to when it is back. */
  headersUntil?(end: number): Record<string, string>
  /** Who is down. */
  of: 'server' | 'network'
}

export interface OutcomeOfClient {
  /** When the browser asked, from the beginning of the outage. */
  reads: number[]
  /** In how many tabs somebody is still signed in at the end. */
  signedIn: number
}

/** The same with a whole client, from its first read on. */
export async function sufferOutage(open: OpenBrowser, plan: OutageOfClient): Promise<OutcomeOfClient> {
  const { seed, tabs = 1, intervalMs, firstPollMs } = plan
  const browser = await open({ tabs, seed, intervalSeconds: intervalMs / 1_000 })
  const mounted = browser.reads()[0] ?? browser.now()
  // Two intervals after the first read, less what the first poll of the outage is away.
  const start = mounted + 2 * intervalMs - firstPollMs
  await browser.pass(start - browser.now())
  await begin(browser, plan)
  await browser.pass(OUTAGE_MS)
  await end(browser, plan)
  await browser.pass(TO_MS - OUTAGE_MS)
  const signedIn = browser.signedIn()
  browser.close()
  return { reads: browser.reads().map((at) => at - start), signedIn }
}

async function begin(browser: UserBrowser, { of, headersUntil }: OutageOfClient): Promise<void> {
  if (of === 'network') return browser.connect(false)
  browser.breakDown(headersUntil?.(browser.now() + OUTAGE_MS))
}

async function end(browser: UserBrowser, { of }: OutageOfClient): Promise<void> {
  if (of === 'network') return browser.connect(true)
  browser.recover()
}
