import { SessionOptionError } from 'sessionchart'
import type { SessionSnapshot } from '../session-snapshot'
import { nextFlow, nextUpdate } from './next-changes'
import { nextExpiry } from './next-expiry'
import { nextPoll } from './next-poll'
import { nextRead } from './next-reads'
import { nextRetry } from './next-retry'
import type { Possibility, PossibilityName } from './possibility'
import { withoutEffects } from './trial'

type Look = (snapshot: SessionSnapshot, at: number) => Possibility

/** In the order in which they are given. */
const looks: Record<PossibilityName, Look> = {
  poll: nextPoll,
  retry: nextRetry,
  expiry: nextExpiry,
  focus: (...now) => nextRead('focus', ...now),
  reconnect: (...now) => nextRead('reconnect', ...now),
  restored: (...now) => nextRead('restored', ...now),
  'other-tab': (...now) => nextRead('other-tab', ...now),
  navigation: (...now) => nextRead('navigation', ...now),
  prop: (...now) => nextRead('prop', ...now),
  call: (...now) => nextRead('call', ...now),
  update: nextUpdate,
  'sign-in': (...now) => nextFlow('sign-in', ...now),
  'sign-out': (...now) => nextFlow('sign-out', ...now),
}

/**
 * Says what may happen to a session next, what would come of it, and why. The chart itself is asked, on a copy: a
 * running one has no part in it. Nothing personal is in the answer.
 *
 * @param snapshot of a session chart: of an actor, of `transition`, or of `resolveState`
 * @param at the time now, in epoch milliseconds
 * @returns one entry for each name, always in the same order
 * @throws SessionOptionError when `at` is no time.
 *
 * @example
 * ```ts
 * const focus = whatNext(client.actor.getSnapshot(), Date.now()).find(({ name }) => name === 'focus')
 * // { name: 'focus', verdict: 'no', dueAt: 1893456005000, reason: 'Throttled for 3.2 s: the last answer is new enough.' }
 * ```
 */
export function whatNext(snapshot: SessionSnapshot, at: number): Possibility[] {
  if (!Number.isFinite(at)) throw new SessionOptionError('at', at, 'a time in epoch milliseconds')
  const entries = Object.entries(looks) as Array<[PossibilityName, Look]>
  if (snapshot.status !== 'active') {
    return entries.map(([name]) => ({ name, verdict: 'no', reason: 'The client does not run.' }))
  }
  const copy = withoutEffects(snapshot)
  return entries.map(([, look]) => look(copy, at))
}
