import type { Page } from 'playwright-core'
import type { Figure, Row } from '../../figures'
import { LIBRARIES, type LibraryName } from '../../libraries'
import { withEach } from '../../tabs/libraries'
import { type BenchVisitor, mount, pause, whenQuiet, withVisitor } from '../../tabs/visitor'
import type { Stage } from './mount'
import { endOf, perInterval, SPREAD } from './per-interval'

const INTERVALS = 3
// Each with twice the interval: a machine that is busy with something else takes longer.
const ATTEMPTS = 4

/** How many tabs, and the seconds of an interval in which two processors keep up with next-auth. */
const cases: Array<[tabs: number, seconds: number]> = [
  [1, 2],
  [2, 2],
  [5, 3],
  [10, 4],
  [20, 6],
  [50, 12],
]
const MOST_TABS = Math.max(...cases.map(([tabs]) => tabs))

export async function measurePolls(stage: Stage): Promise<Figure> {
  const costs = await withEach((library) => costsOf(stage, library))
  const rows = cases.map(
    ([tabs], index): Row => ({ case: tabs, values: costs.map((one) => one[index] ?? null) }),
  )
  return {
    id: 'poll-interval',
    title: 'Requests for the session in an interval of polling',
    unit: 'requests',
    over: 'tabs',
    columns: [...LIBRARIES],
    rows,
    curve: { x: 'logarithmic', y: 'logarithmic' },
    note:
      `All tabs poll, having been opened one after the other. What one interval cost was the same in each of ` +
      `${INTERVALS} in a row; where it was not, because the machine was busy, it was measured again with twice the ` +
      'interval. next-auth v4 writes down in seconds when it has polled, and two tabs that poll within the same ' +
      'second are heard as one: its tabs have clocks that differ, so that each is heard. That is the most it costs, ' +
      'as with an interval that is long for the number of tabs.',
  }
}

/** The same tabs for all cases: first some of them show the page, then more. */
const costsOf = (stage: Stage, library: LibraryName) =>
  withVisitor(stage, library, async (visitor) => {
    const tabs = await openTabs(visitor, library)
    const costs: number[] = []
    for (const [count, seconds] of cases)
      costs.push(await costOfInterval(visitor, tabs.slice(0, count), seconds * 1_000))
    return costs
  })

async function costOfInterval(visitor: BenchVisitor, tabs: Page[], intervalMs: number): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const cost = await poll(visitor, tabs, intervalMs * 2 ** attempt)
    await Promise.all(tabs.map((tab) => tab.evaluate(() => window.tabBench.unmount())))
    await whenQuiet(visitor)
    if (cost !== null) return cost
  }
  throw new Error(`${tabs.length} tabs at ${tabs[0]?.url()} do not cost the same in each interval.`)
}

async function openTabs(visitor: BenchVisitor, library: LibraryName): Promise<Page[]> {
  const tabs = await visitor.openMany(MOST_TABS)
  if (library === 'next-auth v4')
    await Promise.all(tabs.map((tab, index) => moveClock(tab, index * 1_000_000)))
  return tabs
}

const moveClock = (page: Page, milliseconds: number) =>
  page.evaluate((offset) => {
    const { now } = Date
    Date.now = () => now() + offset
  }, milliseconds)

/** The session is given to the pages: what is read then is read by polls. */
async function poll({ readTimes }: BenchVisitor, tabs: Page[], intervalMs: number): Promise<number | null> {
  const polling = { start: performance.now(), intervalMs, count: INTERVALS }
  readTimes.length = 0
  for (const [index, tab] of tabs.entries()) {
    const at = polling.start + (index / tabs.length) * SPREAD * intervalMs
    await pause(at - performance.now())
    await mount(tab, { isSeeded: true, refetchInterval: intervalMs / 1_000 })
  }
  await pause(endOf(polling) - performance.now())
  return perInterval(readTimes, polling)
}
