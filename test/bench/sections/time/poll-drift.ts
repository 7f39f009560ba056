import type { Figure, Row } from '../../figures'
import { LIBRARIES } from '../../libraries'
import { withEach } from '../../tabs/libraries'
import type { Stage } from '../requests/mount'
import { type Drift, driftOf } from './drift'
import { type VirtualTab, withTabOfKit, withTabOfPage } from './virtual-tabs'

const INTERVAL_S = 60
const HOUR_MS = 3_600_000
// No whole number of intervals.
const SLEEP_MS = 8 * HOUR_MS + 25_000

type Day = (tab: VirtualTab) => Promise<void>
const days: Array<[name: string, day: Day]> = [
  ['awake', ({ pass }) => pass(24 * HOUR_MS)],
  [
    'asleep for eight of them, and looked at afterwards',
    async ({ pass, sleep }) => {
      await pass(8 * HOUR_MS)
      await sleep(SLEEP_MS)
      await pass(8 * HOUR_MS)
    },
  ],
]

/** How the polls of a day lie on their grid. */
export async function measurePollDrift(stage: Stage): Promise<Figure[]> {
  const measured: Array<{ name: string; found: Drift[] }> = []
  for (const [name, day] of days) {
    const use = (tab: VirtualTab) => driftDuring(tab, day)
    const found = await withEach((library) =>
      library === 'sessionchart'
        ? withTabOfKit(INTERVAL_S, use)
        : withTabOfPage(stage, library, INTERVAL_S, use),
    )
    measured.push({ name, found })
  }
  const rowsOf = (key: keyof Drift) =>
    measured.map(({ name, found }): Row => ({ case: name, values: found.map((drift) => drift[key]) }))
  const columns = [...LIBRARIES]
  const over = '24 hours'
  return [
    {
      id: 'poll-drift-requests',
      title: `Requests for the session in 24 virtual hours, a poll every ${INTERVAL_S} s`,
      unit: 'requests',
      over,
      columns,
      rows: rowsOf('reads'),
    },
    {
      id: 'poll-drift',
      title: `How far they are at most from the grid of ${INTERVAL_S} s that the first poll began`,
      unit: 'milliseconds',
      over,
      columns,
      rows: rowsOf('farthest'),
      note:
        'Asleep: for eight hours and 25 s from the middle of an interval on. All read when they are looked at again. ' +
        'sessionchart counts its intervals from there; a `setInterval` goes on where it had stopped.',
    },
  ]
}

async function driftDuring(tab: VirtualTab, day: Day): Promise<Drift> {
  // The last poll so far begins the grid. What was read to find out who is signed in is none.
  await tab.pass(INTERVAL_S * 1_500)
  const before = await tab.readTimes()
  await day(tab)
  return driftOf((await tab.readTimes()).slice(before.length - 1), INTERVAL_S * 1_000)
}
