import { type SessionEvent, sessionMachine } from 'sessionchart/machines/session'
import { type SnapshotFrom, StateMachine, transition } from 'xstate'

export type SessionSnapshot = SnapshotFrom<typeof sessionMachine>

let chart: typeof sessionMachine | undefined

/** The same state of a chart that nobody watches: no coverage counts what is tried on it. */
export function copyOf({ value, context }: SessionSnapshot): SessionSnapshot {
  chart ??= quietChart()
  return chart.resolveState({ value, context })
}

/** What the chart makes of an event. Nothing is done. */
export const take = (snapshot: SessionSnapshot, event: SessionEvent): SessionSnapshot =>
  transition(snapshot.machine as unknown as typeof sessionMachine, snapshot, event)[0]

/**
 * Not by the `provide` of the machine, which hands on that it is watched. For each event XState makes an actor, which
 * asks for a first state that nobody looks at: half of the time.
 */
function quietChart(): typeof sessionMachine {
  const copy = StateMachine.prototype.provide.call(sessionMachine, {})
  return Object.create(copy, { getInitialSnapshot: { value: () => ({ status: 'active' }) } })
}
