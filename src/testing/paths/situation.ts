import type { SessionContext, SessionEvent } from 'sessionchart/machines/session'
import { sessionEvents } from '../events/session-events'
import { copyOf, type SessionSnapshot, take } from './chart'
import { type Timer, timersOf } from './timers'

/** Where a session stands, as far as what may happen next depends on it. */
export interface Situation {
  snapshot: SessionSnapshot
  /** In epoch milliseconds. */
  at: number
  /** When each state was entered that is left after some time. */
  since: Readonly<Record<string, number>>
  /** What another tab is in the middle of. */
  otherTab: 'nothing' | 'a read' | 'a sign-in' | 'a sign-out'
}

export const contextOf = ({ snapshot }: Situation) => snapshot.context as SessionContext

export function situationOf(snapshot: SessionSnapshot, at: number): Situation {
  return comeToRest({ snapshot: copyOf(snapshot), at, since: {}, otherTab: 'nothing' })
}

/** What becomes of it, with everything that follows at once. */
export function happen(
  situation: Situation,
  events: SessionEvent[],
  changes: Partial<Pick<Situation, 'at' | 'otherTab'>> = {},
): Situation {
  let next: Situation = { ...situation, ...changes }
  for (const event of events) {
    const before = next
    next = comeToRest(advance(next, event))
    // Without a network a request fails as it is sent. One that is under way has its answer.
    if (next.snapshot.matches({ network: 'offline' }) && asks(next) && !asks(before)) {
      next = comeToRest(advance(next, sessionEvents.read.failed('network', { at: next.at, jitter: 1 })))
    }
  }
  return next
}

/** What the session waits for, the next thing first. */
export const pending = ({ snapshot, since }: Situation): Timer[] =>
  timersOf(snapshot, since).sort((one, other) => one.dueAt - other.dueAt)

const asks = ({ snapshot }: Situation) => snapshot.matches({ request: { reading: 'asking' } })

function advance(situation: Situation, event: SessionEvent): Situation {
  const snapshot = take(situation.snapshot, event)
  const entered = snapshot._nodes.map(({ id }) => [id, situation.since[id] ?? situation.at])
  return { ...situation, snapshot, since: Object.fromEntries(entered) }
}

/** Lets happen what no test could come between: the turn among tabs that want nothing, a call of the browser. */
function comeToRest(situation: Situation): Situation {
  const event = atOnce(situation)
  return event ? comeToRest(advance(situation, event)) : situation
}

function atOnce(situation: Situation): SessionEvent | undefined {
  const { snapshot, at, otherTab } = situation
  const { epoch } = contextOf(situation).order
  const isJoining =
    snapshot.matches({ tabs: { listening: 'joining' } }) ||
    snapshot.matches({ tabs: { listening: 'rejoining' } })
  const isQueued =
    snapshot.matches({ request: { reading: 'queued' } }) ||
    snapshot.matches({ request: { updating: 'queued' } }) ||
    snapshot.matches({ request: { lent: 'queued' } })
  if (isJoining)
    return {
      type: 'tabs.joined',
      at,
      epoch,
      out: 0,
      openSince: null,
      readAt: null,
      mayBeOld: false,
      isReturn: false,
    }
  if (isQueued && otherTab === 'nothing') return sessionEvents.turn.came({ at, epoch })
  if (snapshot.matches({ operation: { leaving: 'departing' } })) return sessionEvents.navigate.departed()
  return undefined
}
