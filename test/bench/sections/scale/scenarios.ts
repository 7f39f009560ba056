import { createWorld } from '../../../../src/testing/world/world'
import {
  betterAuthReadAt,
  OUTAGE_MS,
  type OutageOfUser,
  oursReadAt,
  oursWithoutJitterReadAt,
  type ReadTimes,
  v4ReadAt,
  v5ReadAt,
} from './outage'

export const USERS = 10_000
export const INTERVAL_MS = 60_000
const SECOND_MS = 1_000
const ASKED_PAUSE_MS = 120_000
// No other poll is due in what is looked at.
const RARE_MS = 600_000
const SEED = 2_031

/** Each column, and when its users ask. */
export const readers = {
  sessionchart: oursReadAt,
  'sessionchart without jitter': oursWithoutJitterReadAt,
  'next-auth v5': v5ReadAt,
  'next-auth v4': v4ReadAt,
  'better-auth': betterAuthReadAt,
} satisfies Record<string, ReadTimes>

interface Scenario {
  title: string
  /** All users poll at the same moment, and have just done so when the server goes down. */
  isInStep?: boolean
  pauseMs?: OutageOfUser['pauseMs']
}

export const scenarios = {
  spread: { title: 'users poll at any time' },
  inStep: { title: 'all users poll in the same second', isInStep: true },
  asked: {
    title: 'all users poll in the same second, the server says `Retry-After: 120`',
    isInStep: true,
    pauseMs: () => ASKED_PAUSE_MS,
  },
  announced: {
    title: 'users poll at any time, the server says by `Retry-After` at what time it is back',
    // Dates in headers have whole seconds.
    pauseMs: (at) => OUTAGE_MS - Math.floor(at / SECOND_MS) * SECOND_MS,
  },
} satisfies Record<string, Scenario>

const crowds = new Map<ReadTimes, Map<Scenario, number[][]>>()

/** When all users ask, one list for each of them. It is asked for several times, and takes its time. */
export function crowdReadsAt(readAt: ReadTimes, scenario: Scenario): number[][] {
  const known = crowds.get(readAt) ?? new Map<Scenario, number[][]>()
  const crowd = known.get(scenario) ?? computeCrowd(readAt, scenario)
  crowds.set(readAt, known.set(scenario, crowd))
  return crowd
}

function computeCrowd(readAt: ReadTimes, { isInStep, pauseMs }: Scenario): number[][] {
  const { random } = createWorld({ seed: SEED, delays: { grant: 0, message: 0, server: 0 } })
  // Before anything else, so that they are the same for each library.
  const polls = Array.from({ length: USERS }, () => (isInStep ? 0 : Math.floor(random() * INTERVAL_MS)))
  const intervalMs = isInStep ? RARE_MS : INTERVAL_MS
  return polls.map((firstPollMs) => readAt({ firstPollMs, intervalMs, random, ...(pauseMs && { pauseMs }) }))
}
