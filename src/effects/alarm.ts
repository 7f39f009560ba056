import { fromPromise } from 'xstate'
import { createAbortable, whenAborted } from '../abortable'
import type { Environment } from '../environment'

// Timers do not count the time a device sleeps: the wall clock is looked at this often.
const LONGEST_STEP_MS = 60_000

/**
 * Waits until `dueAt`. It rings when the wall clock has got there or the timers have counted it out, whichever
 * is first: a clock that was set back puts nothing off.
 */
export function createAlarm(scope: AbortSignal, environment: Environment) {
  return fromPromise<{ at: number }, { dueAt: number }>(async ({ input, signal }) => {
    const link = createAbortable(signal, scope)
    try {
      let left = input.dueAt - environment.now()
      while (left > 0) {
        const step = Math.min(left, LONGEST_STEP_MS)
        await wait(environment, step, link.signal)
        left = Math.min(left - step, input.dueAt - environment.now())
      }
      return { at: environment.now() }
    } finally {
      link.unlink()
    }
  })
}

async function wait(environment: Environment, milliseconds: number, signal: AbortSignal): Promise<void> {
  let disarm = () => {}
  const elapsed = new Promise<void>((resolve) => {
    disarm = environment.after(milliseconds, resolve)
  })
  await Promise.race([elapsed, whenAborted(signal)]).finally(disarm)
}
