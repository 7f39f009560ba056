import type { Environment } from 'sessionchart/client'

// A timer that is to wait longer does not wait at all.
const LONGEST_TIMER_MS = 2 ** 31 - 1
// The last look comes so long after one before it. When all tabs have slept, the timers of this one are late, and the
// others are about to let go.
const LAST_LOOK_MS = 500

/**
 * Calls `stuck`, once, when the lock has been with one page for the whole of a limit, unless the signal aborts. The
 * limit may have grown when it is reached. Begin when the own request is in the queue: who asks anew comes after it, so
 * that the same page at both ends of a limit has not let go in between.
 */
export function watchHolder(
  environment: Environment,
  name: string,
  limitMs: () => number,
  signal: AbortSignal,
  stuck: () => void,
): void {
  let before: string | null = null
  let waitedMs = 0
  let disarm = () => {}
  signal.addEventListener('abort', () => disarm())
  const look = async () => {
    const holder = await environment.lockHolder(name)
    if (signal.aborted) return
    if (holder === null || holder !== before) waitedMs = 0
    before = holder
    const leftMs = limitMs() - waitedMs
    if (leftMs <= 0) return stuck()
    const pauseMs = leftMs > LAST_LOOK_MS ? Math.min(leftMs - LAST_LOOK_MS, LONGEST_TIMER_MS) : leftMs
    waitedMs += pauseMs
    disarm = environment.after(pauseMs, look)
  }
  look()
}
