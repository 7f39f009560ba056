import { expect, test } from 'vitest'
import { backOffMs } from '../../machines/back-off'
import type { Figure } from './figures'
import { LIBRARIES } from './libraries'
import { busiestByStep, busiestSecond } from './sections/scale/busy-seconds'
import { loadLibraries } from './sections/scale/libraries'
import { compareWithMeasured } from './sections/scale/measured-tabs'
import { OUTAGE_MS } from './sections/scale/outage'
import { type OutcomeOfClient, sufferOutage } from './sections/scale/outage-sample'
import { readers } from './sections/scale/scenarios'
import { assumptionsFrom, meanOf } from './sections/scale/usage'
import { looksOf, readsPerHour } from './sections/scale/usual-hours'

const INTERVAL_MS = 60_000
const MINUTE_MS = 60_000
// What a request, and its turn among the tabs, may take.
const TRAVEL_MS = 200
const libraries = loadLibraries()

test('takes what the reader assumes instead of what is assumed', () => {
  const { shares, intervalSeconds, looksPerHour } = assumptionsFrom({
    SCALE_TABS: '1:75, 4:25',
    SCALE_INTERVAL: '300',
    SCALE_LOOKS: '0',
  })
  expect(meanOf(shares, (tabs) => tabs * (tabs + 1))).toBe(6.5)
  expect({ intervalSeconds, looksPerHour }).toEqual({ intervalSeconds: 300, looksPerHour: 0 })
})

test.each([
  [{ SCALE_TABS: '1:75' }, 'percent'],
  [{ SCALE_TABS: '1.5:100' }, 'SCALE_TABS'],
  [{ SCALE_TABS: 'many' }, 'SCALE_TABS'],
  [{ SCALE_INTERVAL: '0' }, 'SCALE_INTERVAL'],
  [{ SCALE_LOOKS: 'often' }, 'SCALE_LOOKS'],
])('refuses %o', (variables, words) => {
  expect(() => assumptionsFrom(variables)).toThrow(words)
})

test('shows a wave that a mean would hide', () => {
  const times = [-1, 500, 12_000, 12_400, 12_999, 13_000, 20_000]
  expect(busiestByStep(times, 0, 20_000, 10_000)).toEqual([1, 3])
  expect(busiestSecond(times, 13_000, 30_000)).toBe(1)
  expect(busiestSecond(times, 0, 12_000)).toBe(1)
})

test('lets a user turn to the tabs as often as is said, and the same for each library', () => {
  const usage = { tabs: 3, intervalSeconds: 60, looksPerHour: 12 }
  const looks = looksOf(usage, 7, 0.5)
  expect(looks).toHaveLength(6)
  expect(looks).toEqual(looksOf(usage, 7, 0.5))
  expect(looks).not.toEqual(looksOf(usage, 8, 0.5))
})

test.each([
  ['sessionchart', 60, 12],
  ['next-auth v5', 12 * 60, 4 * 12],
  ['next-auth v4', 9 * 60, 3 * 12],
  ['better-auth', 3 * 60, 12],
] as const)('simulates three tabs with %s', async (library, ofPolls, ofLooks) => {
  const open = (await libraries)[library]
  const usage = { tabs: 3, intervalSeconds: 60, looksPerHour: 0 }
  expect(await readsPerHour(open, usage, 1, 0.1)).toBeCloseTo(ofPolls)
  expect(await readsPerHour(open, { ...usage, intervalSeconds: 0, looksPerHour: 12 }, 1, 1)).toBe(ofLooks)
})

test.each(LIBRARIES)('computes for %s what a whole client asks in an outage', async (library) => {
  const open = (await libraries)[library]
  for (const firstPollMs of [4_321, 33_333]) {
    const { reads } = await sufferOutage(open, {
      seed: 3,
      intervalMs: INTERVAL_MS,
      firstPollMs,
      of: 'server',
    })
    const random = jitterOf(reads)
    const computed = readers[library]({ firstPollMs, intervalMs: INTERVAL_MS, random })
    expect(perMinute(reads)).toEqual(perMinute(computed))
  }
})

test('asks once for all tabs, also in an outage', async () => {
  const { sessionchart } = await libraries
  const plan = { seed: 3, intervalMs: INTERVAL_MS, firstPollMs: 4_321, of: 'server' } as const
  const { reads, signedIn } = await sufferOutage(sessionchart, { ...plan, tabs: 3 })
  const computed = readers.sessionchart({ ...plan, random: jitterOf(reads) })
  expect(perMinute(reads)).toEqual(perMinute(computed))
  expect(signedIn).toBe(3)
})

test('counts only requests that find a network', async () => {
  const outcomes: OutcomeOfClient[] = []
  for (const library of LIBRARIES) {
    const open = (await libraries)[library]
    const plan = { seed: 3, intervalMs: INTERVAL_MS, firstPollMs: 4_321, of: 'network' } as const
    outcomes.push(await sufferOutage(open, plan))
  }
  for (const { reads } of outcomes) expect(reads.filter((at) => at >= 0 && at < OUTAGE_MS)).toEqual([])
  expect(outcomes.map(({ signedIn }) => signedIn)).toEqual([1, 0, 0, 1])
})

test('says where simulated tabs are not as real ones', () => {
  const figure = (columns: string[], values: Array<number | null>): Figure => {
    return { id: '', title: '', unit: 'requests', over: 'tabs', columns, rows: [{ case: 10, values }] }
  }
  const simulated = figure(['sessionchart', 'next-auth v5'], [1, 110])
  expect(compareWithMeasured(simulated, figure(['next-auth v5', 'sessionchart'], [110, 1]))).toContain('2 of')
  expect(compareWithMeasured(simulated, figure(['next-auth v5', 'sessionchart'], [107, null]))).toContain(
    'next-auth v5 with 10: 107 instead of 110',
  )
  expect(compareWithMeasured(simulated, undefined)).toContain('Not compared')
})

const perMinute = (times: number[]) =>
  [-1, 0, 1, 2, 3, 4, 5, 6].map(
    (minute) => times.filter((at) => at >= minute * MINUTE_MS && at < (minute + 1) * MINUTE_MS).length,
  )

/** What chance has said to a client, by the pauses that it has made. */
function jitterOf(reads: number[]): () => number {
  const tries = reads.filter((at) => at >= 0)
  let failures = 0
  return () => {
    failures += 1
    const pause = Number(tries[failures]) - Number(tries[failures - 1])
    const [shortest, longest] = [backOffMs(failures, 0), backOffMs(failures, 1)]
    expect(pause).toBeGreaterThanOrEqual(shortest)
    expect(pause).toBeLessThanOrEqual(longest + TRAVEL_MS)
    return Math.min((pause - shortest) / (longest - shortest), 1)
  }
}
