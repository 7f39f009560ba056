import { type SessionContext, type SessionEvent, sessionMachine } from 'sessionchart/machines/session'
import type { SessionSnapshot } from '../session-snapshot'
import { takeEvent } from '../take-event'

/** The events that states wait for are XState's own. */
export type TriedEvent = SessionEvent | { type: `xstate.${string}`; output?: { at: number } }

/** What would come of an event. */
export interface Trial {
  before: SessionSnapshot
  after: SessionSnapshot
  /** It is a reason to read the session. */
  isReason: boolean
  /** A request would be made, or its turn among the tabs be waited for. */
  asks: boolean
}

const REQUESTS = ['takeTurn', 'readSession', 'updateSession']

/** The same situation without its effects: whatever is tried on it, the running chart has no part in it. */
export const withoutEffects = ({ value, context }: SessionSnapshot): SessionSnapshot =>
  sessionMachine.resolveState({ value, context })

/** Asks the chart what it would do. It does not do it. */
export function tryEvent(before: SessionSnapshot, event: TriedEvent): Trial {
  const [after, actions] = takeEvent(before, event)
  const did = actions.map(({ type, params }) => ({ type, ...Object(params) }))
  return {
    before,
    after,
    isReason:
      isRefetch(event) || did.some(({ type, event: raised }) => type === 'xstate.raise' && isRefetch(raised)),
    asks: did.some(({ type, src }) => type === 'xstate.spawnChild' && REQUESTS.includes(src)),
  }
}
const isRefetch = (event: unknown) => Object(event).type === 'session.refetch'

/** What a guard of the chart says, by its name there. */
export function passes(name: string, { context }: SessionSnapshot, event: SessionEvent): boolean {
  const guard = sessionMachine.implementations.guards[name] as unknown as (args: {
    context: SessionContext
    event: SessionEvent
  }) => boolean
  return guard({ context, event })
}
