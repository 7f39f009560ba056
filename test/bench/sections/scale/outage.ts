import { storeFailure } from '../../../../machines/session.actions'
import type { SessionContext } from '../../../../machines/session-context'

export const OUTAGE_MS = 300_000
/** What is looked at, in milliseconds from the beginning of the outage. */
export const FROM_MS = -60_000
export const TO_MS = 420_000

/** One user with one tab, whose server is down for a while. Times count from the beginning of that. */
export interface OutageOfUser {
  /** When the first poll of the outage is due. */
  firstPollMs: number
  intervalMs: number
  /** From 0 to 1. */
  random(): number
  /** What the server asks for when it refuses, by `Retry-After`. */
  pauseMs?(at: number): number
}

/** When a user's browser asks for the session. */
export type ReadTimes = (outage: OutageOfUser) => number[]

function pollsOf({ firstPollMs, intervalMs }: OutageOfUser): number[] {
  const before = Math.floor((firstPollMs - FROM_MS) / intervalMs)
  const polls: number[] = []
  for (let at = firstPollMs - before * intervalMs; at < TO_MS; at += intervalMs) polls.push(at)
  return polls
}
const isDown = (at: number) => at >= 0 && at < OUTAGE_MS

/** What the session chart does: its own function says when it tries again. Meanwhile polls wait with the rest. */
export const oursReadAt: ReadTimes = (outage) => {
  const tries: number[] = []
  let failures = 0
  let at = pollsOf(outage).find(isDown) ?? TO_MS
  for (; isDown(at); failures += 1) {
    tries.push(at)
    at = nextTry(at, failures, outage)
  }
  const polls = pollsOf(outage).filter((poll) => poll < 0 || poll > at)
  return [...polls, ...tries, at].filter((read) => read < TO_MS).sort((a, b) => a - b)
}

function nextTry(at: number, failures: number, { random, pauseMs }: OutageOfUser): number {
  const failure = { code: 'http', message: '', url: '', retryAfterMs: pauseMs?.(at) } as const
  const event = { type: 'session.failed', at, failure, jitter: random() } as const
  return Number(storeFailure({ context: { failures } as SessionContext, event }).retryAt)
}

/** Without chance they all wait as long as they may. */
export const oursWithoutJitterReadAt: ReadTimes = (outage) => oursReadAt({ ...outage, random: () => 1 })

/** next-auth takes the first failure for the end of the session, and then asks no more. */
const untilFailure =
  (readsPerPoll: number): ReadTimes =>
  (outage) => {
    const polls = pollsOf(outage)
    const first = polls.findIndex(isDown)
    const sent = first < 0 ? polls : polls.slice(0, first + 1)
    return sent.flatMap((at) => Array<number>(readsPerPoll).fill(at))
  }
export const v5ReadAt = untilFailure(2)
export const v4ReadAt = untilFailure(1)

/** better-auth keeps the session and polls on. */
export const betterAuthReadAt: ReadTimes = pollsOf
