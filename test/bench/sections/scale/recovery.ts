import { quantile } from '../../figures'
import { FROM_MS, OUTAGE_MS, TO_MS } from './outage'
import { crowdReadsAt, readers, scenarios, USERS } from './scenarios'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

/** What an outage costs the endpoint, and how fast all are back, in the usual case. */
export function recoveryNote(): string {
  const crowd = crowdReadsAt(readers.sessionchart, scenarios.spread)
  const times = crowd.flat()
  const perMinute = (from: number, to: number) =>
    (times.filter((at) => at >= from && at < to).length * MINUTE_MS) / (to - from)
  const usual = perMinute(FROM_MS, 0)
  const first = (perMinute(0, MINUTE_MS) / usual).toFixed(1)
  const later = (perMinute(2 * MINUTE_MS, OUTAGE_MS) / usual).toFixed(1)
  const waits = crowd.map((reads) => (reads.find((at) => at >= OUTAGE_MS) ?? TO_MS) - OUTAGE_MS)
  const backAfter = (part: number) => Math.round(quantile(waits, part) / SECOND_MS)
  return (
    `In the first minute of the outage sessionchart asks ${first} times as often as before, from the third one on ` +
    `${later} times. Half of its ${USERS} users have been answered ${backAfter(0.5)} s after the end, ` +
    `99 of 100 after ${backAfter(0.99)} s. next-auth asks no more because it has signed its users out.`
  )
}
