import { Follower } from '../follower'
import { asking } from './scope'

const DAY_MS = 86_400_000
// Timers do not count the time a device sleeps: on the last day the wall clock is looked at this often.
const LAST_STEPS_MS = 60_000
// What a timer can count.
const LONGEST_STEP_MS = 2_147_483_647
// A device that has slept, or a tab that was frozen, tells by one of these.
const REASONS_TO_LOOK = ['visibilitychange', 'online', 'pageshow', 'resume'] as const

const stepOf = (left: number) =>
  left > DAY_MS ? Math.min(left - DAY_MS, LONGEST_STEP_MS) : Math.min(left, LAST_STEPS_MS)

/**
 * Waits until `dueAt`. It rings when the wall clock has got there or the timers have counted it out, whichever
 * is first: a clock that is set back meanwhile puts nothing off. `withinMs` is for one that may have been before.
 */
export const alarm = asking<{ at: number }, { dueAt: number; withinMs?: number }>(
  ({ dueAt, withinMs = Number.POSITIVE_INFINITY }, signal, { environment }) =>
    new Promise((ring) => {
      const own = new Follower(signal)
      let disarm = () => {}
      own.signal.addEventListener('abort', () => disarm())
      const look = (left: number) => {
        const at = environment.now()
        const isDue = left <= 0 || dueAt <= at
        if (isDue) {
          own.leave()
          own.abort()
          ring({ at })
        }
        return isDue
      }
      const wait = (left: number) => {
        if (look(left)) return
        const step = stepOf(left)
        disarm = environment.after(step, () => wait(Math.min(left - step, dueAt - environment.now())))
      }
      for (const type of REASONS_TO_LOOK) environment.on(type, () => look(1), own.signal)
      wait(Math.min(dueAt - environment.now(), withinMs))
    }),
)
