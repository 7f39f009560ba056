import { sessionMachine } from 'sessionchart/machines/session'
import { type AnyEventObject, transition } from 'xstate'
import type { SessionSnapshot } from './session-snapshot'

// For each event XState makes an actor, which asks for a first state that nobody looks at.
const chart: typeof sessionMachine = Object.create(sessionMachine, {
  getInitialSnapshot: { value: () => ({ status: 'active' }) },
})

/** What the chart makes of an event, and what it would have done. Nothing is done. */
export const takeEvent = (
  snapshot: SessionSnapshot,
  event: AnyEventObject,
): ReturnType<typeof transition<typeof sessionMachine>> => transition(chart, snapshot, event as never)
