import { type SessionContext, sessionMachine } from 'sessionchart/machines/session'
import type { TriedEvent } from './trial'

interface Alarm {
  /** In epoch milliseconds. */
  dueAt: number
  /** Its ringing, at a time. */
  rings(at: number): TriedEvent
}

interface Invoked {
  id: string
  input(args: { context: SessionContext }): { dueAt: number; withinMs?: number }
}

/** The alarm of a state, as the chart would set it now. */
export function alarmOf(
  state:
    | 'polling.waiting'
    | 'request.waiting.counting'
    | 'request.resting'
    | 'lifetime.running'
    | 'lifetime.expiring',
  context: SessionContext,
  at: number,
): Alarm {
  const { invoke } = sessionMachine.getStateNodeById(`session.${state}`)
  const [{ id, input }] = invoke as unknown as [Invoked]
  const { dueAt, withinMs = Number.POSITIVE_INFINITY } = input({ context })
  return {
    dueAt: Math.min(dueAt, at + withinMs),
    rings: (now) => ({ type: `xstate.done.actor.${id}`, output: { at: now } }),
  }
}

/** The end of a state's time limit, and how long that is. */
export function limitOf(state: 'request.waiting.paused' | 'lifetime.confirming'): {
  event: TriedEvent
  delayMs: number
} {
  const [limit] = sessionMachine.getStateNodeById(`session.${state}`).after
  const delayMs = sessionMachine.implementations.delays[String(limit?.delay)]
  return { event: { type: limit?.eventType as `xstate.${string}` }, delayMs: delayMs as unknown as number }
}
