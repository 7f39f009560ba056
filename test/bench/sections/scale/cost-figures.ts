import type { Figure } from '../../figures'
import { LIBRARIES } from '../../libraries'
import { type Openers, ofEach } from './libraries'
import { compareWithMeasured, measuredTabs } from './measured-tabs'
import { type Assumptions, meanOf } from './usage'
import { readsPerHour } from './usual-hours'

const SEED = 2_030
const USERS = [1_000, 10_000, 100_000]
const HOUR_SECONDS = 3_600
const INTERVALS = 2
// With many tabs that poll, next-auth sends thousands of requests in it.
const USER_SECONDS = 1_200
const MINUTE_SECONDS = 60

const columns = [...LIBRARIES]

/** Tabs that do nothing but poll, for a comparison with what real ones do. */
export async function pollFigure(
  openers: Openers,
  { shares, intervalSeconds }: Assumptions,
): Promise<Figure> {
  const hours = (INTERVALS * intervalSeconds) / HOUR_SECONDS
  const rows: Figure['rows'] = []
  for (const { tabs } of shares) {
    const usage = { tabs, intervalSeconds, looksPerHour: 0 }
    const values = await ofEach(openers, (open) => readsPerHour(open, usage, SEED, hours))
    rows.push({ case: tabs, values: values.map((reads) => rounded((reads * hours) / INTERVALS)) })
  }
  const figure: Figure = {
    id: 'per-interval',
    title: 'Requests for the session in a poll interval, tabs simulated',
    unit: 'requests',
    over: 'tabs',
    columns,
    rows,
  }
  return { ...figure, note: compareWithMeasured(figure, await measuredTabs()) }
}

/** What one user costs in an hour, by the number of tabs. */
export async function userFigure(openers: Openers, assumed: Assumptions): Promise<Figure> {
  const { shares, intervalSeconds, looksPerHour } = assumed
  const hours = secondsFor(intervalSeconds) / HOUR_SECONDS
  const rows: Figure['rows'] = []
  for (const { tabs } of shares) {
    const usage = { tabs, intervalSeconds, looksPerHour }
    const values = await ofEach(openers, (open) => readsPerHour(open, usage, SEED, hours))
    rows.push({ case: tabs, values: values.map(rounded) })
  }
  const polls = intervalSeconds === 0 ? 'without polling' : `polled every ${intervalSeconds} s`
  return {
    id: intervalSeconds === 0 ? 'user-without-polling' : 'user',
    title: `Requests for the session that one user causes in an hour, ${polls}`,
    unit: 'requests',
    over: 'tabs',
    columns,
    rows,
    note: `Simulated: ${rounded((hours * HOUR_SECONDS) / MINUTE_SECONDS)} minutes, in which the user turns ${Math.round(looksPerHour * hours)} times to one of the tabs.`,
    curve: { x: 'linear', y: 'logarithmic' },
  }
}

/** Whole intervals. Without polling hardly anything happens, and more of it is looked at. */
const secondsFor = (intervalSeconds: number) =>
  intervalSeconds === 0 ? HOUR_SECONDS : Math.ceil(USER_SECONDS / intervalSeconds) * intervalSeconds

/** What all users cost in a second. They share nothing but the endpoint, so that so many cost so many times as much. */
export function endpointFigure(user: Figure, { shares }: Assumptions): Figure {
  const perHour = columns.map((_, column) =>
    meanOf(shares, (tabs) => Number(user.rows.find((row) => row.case === tabs)?.values[column])),
  )
  return {
    id: user.id.replace('user', 'endpoint'),
    title: user.title.replace(/that one user causes in an hour/, 'per second, by users at work at once'),
    unit: 'requests',
    over: 'users',
    columns,
    rows: USERS.map((users) => ({
      case: users,
      values: perHour.map((reads) => rounded((users * reads) / HOUR_SECONDS)),
    })),
  }
}

const rounded = (value: number) => Math.round(value * 10) / 10
