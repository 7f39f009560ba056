import { sessionMachine } from 'sessionchart/machines/session'
import { type AnyEventObject, type AnyStateMachine, transition } from 'xstate'
import type { SessionSnapshot } from './session-snapshot'

/** For each event XState makes an actor, which asks for a first state that nobody looks at: half of the time. */
export const withoutFirstState = <Machine extends AnyStateMachine>(machine: Machine): Machine =>
  Object.create(machine, { getInitialSnapshot: { value: () => ({ status: 'active' }) } })

const chart = /* @__PURE__ */ withoutFirstState(sessionMachine)

/** What the chart makes of an event, and what it would have done. Nothing is done. */
export const takeEvent = (
  snapshot: SessionSnapshot,
  event: AnyEventObject,
): ReturnType<typeof transition<typeof sessionMachine>> => transition(chart, snapshot, event as never)
