import type { SessionFailure } from 'sessionchart/machines/session'
import { failureFrom, SessionError } from '../session-error'

interface Call {
  payload: string | undefined
  settle(failure: SessionFailure | null): void
}

/** Why a call ends that a stop has ended. */
export const stopped = new SessionError({ code: 'network', message: 'The client was stopped.' })
const STOPPED = failureFrom(stopped)

/** The promises that were given out, by the id under which the chart knows the call. */
export interface Calls {
  /** A new id, and a promise of its end: the failure, or `null` when there is none. */
  open(payload?: string): { id: string; ended: Promise<SessionFailure | null> }
  /** What the call is to send. It is kept here because the chart must not see it. */
  payloadOf(id: string): string | undefined
  settle(ids: string[], failure: SessionFailure | null): void
  /** Whether somebody waits. */
  areOpen(): boolean
  /** Settles what nobody will answer any more. */
  settleAll(): void
}

export function createCalls(): Calls {
  const waiting = new Map<string, Call>()
  let count = 0
  const settle: Calls['settle'] = (ids, failure) => {
    for (const id of ids) {
      waiting.get(id)?.settle(failure)
      waiting.delete(id)
    }
  }
  return {
    settle,
    open(payload) {
      const id = `call-${++count}`
      const ended = new Promise<SessionFailure | null>((settle) => waiting.set(id, { payload, settle }))
      return { id, ended }
    },
    areOpen: () => waiting.size > 0,
    payloadOf: (id) => waiting.get(id)?.payload,
    settleAll() {
      settle([...waiting.keys()], STOPPED)
    },
  }
}
