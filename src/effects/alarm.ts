import { Follower } from '../follower'
import { asking } from './scope'

const DAY_MS = 86_400_000
// Timers do not count the time a device sleeps: on the last day the wall clock is looked at this often. Not by a page
// that nobody sees: it looks when it is seen again.
const LAST_STEPS_MS = 60_000
// What a timer can count.
const LONGEST_STEP_MS = 2_147_483_647
// A device that has slept, or a tab that was frozen, tells by one of these.
const REASONS_TO_LOOK = ['visibilitychange', 'online', 'pageshow', 'resume'] as const

const stepOf = (left: number, isVisible: boolean) => {
  if (!isVisible) return Math.min(left, LONGEST_STEP_MS)
  return left > DAY_MS ? Math.min(left - DAY_MS, LONGEST_STEP_MS) : Math.min(left, LAST_STEPS_MS)
}

/**
 * Waits until `dueAt`. It rings when the wall clock has got there or the timers have counted it out, whichever
 * is first: a clock that is set back meanwhile puts nothing off. `withinMs` is for one that may have been before.
 */
export const alarm = asking<{ at: number }, { dueAt: number; withinMs?: number }>(
  ({ dueAt, withinMs = Number.POSITIVE_INFINITY }, signal, { environment }) =>
    new Promise((ring) => {
      const own = new Follower(signal)
      let left = Math.min(dueAt - environment.now(), withinMs)
      let step = 0
      let disarm = () => {}
      own.signal.addEventListener('abort', () => disarm())
      /** What is left after so much of it was counted. It rings when that is nothing. */
      const check = (counted: number) => {
        const at = environment.now()
        const rest = Math.min(left - counted, dueAt - at)
        if (rest <= 0) {
          own.leave()
          own.abort()
          ring({ at })
        }
        return rest
      }
      const count = (rest: number) => {
        // It has rung, or nobody waits for it any more.
        if (rest <= 0 || own.signal.aborted) return
        disarm()
        left = rest
        step = stepOf(rest, environment.isVisible())
        disarm = environment.after(step, () => count(check(step)))
      }
      const look = () => {
        const rest = check(0)
        // A short step is not begun anew: who looks all the time would never come to its end.
        if (step > LAST_STEPS_MS && environment.isVisible()) count(rest)
      }
      for (const type of REASONS_TO_LOOK) environment.on(type, look, own.signal)
      count(check(0))
    }),
)
