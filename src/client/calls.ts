import type { SessionFailure } from 'sessionchart/machines/session'

type Settle = (failure: SessionFailure | null) => void

const STOPPED: SessionFailure = { code: 'network', message: 'The client was stopped.' }

/** The promises that were given out, by the id under which the chart knows the call. */
export interface Calls {
  /** A new id, and a promise of its end: the failure, or `null` when there is none. */
  open(): { id: string; ended: Promise<SessionFailure | null> }
  settle(ids: string[], failure: SessionFailure | null): void
  /** Settles what nobody will answer any more. */
  settleAll(): void
}

export function createCalls(): Calls {
  const waiting = new Map<string, Settle>()
  let count = 0
  const settle: Calls['settle'] = (ids, failure) => {
    for (const id of ids) {
      waiting.get(id)?.(failure)
      waiting.delete(id)
    }
  }
  return {
    settle,
    open() {
      const id = `call-${++count}`
      const ended = new Promise<SessionFailure | null>((resolve) => waiting.set(id, resolve))
      return { id, ended }
    },
    settleAll() {
      settle([...waiting.keys()], STOPPED)
    },
  }
}
