import type { BaseEnvironment } from '../environment'
import { asking } from './scope'

// Timers do not count the time a device sleeps: the wall clock is looked at this often.
const LONGEST_STEP_MS = 60_000

/**
 * Waits until `dueAt`. It rings when the wall clock has got there or the timers have counted it out, whichever
 * is first: a clock that was set back puts nothing off.
 */
export const createAlarm = (scope: AbortSignal, environment: BaseEnvironment) =>
  asking<{ at: number }, { dueAt: number }>(
    scope,
    ({ dueAt }, signal) =>
      new Promise((ring) => {
        let disarm = () => {}
        signal.addEventListener('abort', () => disarm())
        const wait = (left: number) => {
          const at = environment.now()
          if (left <= 0) return ring({ at })
          const step = Math.min(left, LONGEST_STEP_MS)
          disarm = environment.after(step, () => wait(Math.min(left - step, dueAt - environment.now())))
        }
        wait(dueAt - environment.now())
      }),
  )
