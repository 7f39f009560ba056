import { createWorld } from '../../../../src/testing/world/world'
import type { OpenBrowser } from './user-browser'

const HOUR_MS = 3_600_000
// After what a page asks when it is opened, and half an interval away from all polls.
const SETTLING_MS = 30_000
const NOTHING = { grant: 0, message: 0, server: 0 }

export interface Usage {
  tabs: number
  /** `0`: it does not poll. */
  intervalSeconds: number
  /** How often the user turns to one of the tabs, in an hour. */
  looksPerHour: number
}

/** When the user turns to which tab: so often, at any time. Each library sees the same ones. */
export function looksOf({ tabs, looksPerHour }: Usage, seed: number, hours: number) {
  const { random } = createWorld({ seed, delays: NOTHING })
  return Array.from({ length: Math.round(looksPerHour * hours) }, () => ({
    at: Math.floor(random() * hours * HOUR_MS),
    tab: Math.floor(random() * tabs),
  })).sort((a, b) => a.at - b.at)
}

/** What a user costs the endpoint in an hour: so much time of a browser, tabs and all, after it was opened. */
export async function readsPerHour(open: OpenBrowser, usage: Usage, seed: number, hours: number) {
  const browser = await open({ ...usage, seed })
  await browser.pass((usage.intervalSeconds * 1_000) / 2 || SETTLING_MS)
  const before = browser.reads().length
  const start = browser.now()
  const end = start + hours * HOUR_MS
  for (const { at, tab } of looksOf(usage, seed, hours)) {
    await browser.pass(start + at - browser.now())
    await browser.look(tab)
  }
  await browser.pass(end - browser.now())
  browser.close()
  return (browser.reads().length - before) / hours
}
