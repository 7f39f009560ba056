import type { Environment } from 'sessionchart/client'

// A timer that is to wait longer does not wait at all.
const LONGEST_TIMER_MS = 2 ** 31 - 1

/**
 * Calls `stuck`, once, when the lock has been with one page for the whole of a limit, unless the signal aborts.
 * Begin when the own request is in the queue: who asks anew comes after it, so that the same page at both
 * ends of a limit has not let go in between.
 */
export function watchHolder(
  environment: Environment,
  name: string,
  limitMs: () => number,
  signal: AbortSignal,
  stuck: () => void,
): void {
  let before: string | null = null
  let disarm = () => {}
  signal.addEventListener('abort', () => disarm())
  const look = async () => {
    const holder = await environment.lockHolder(name)
    if (signal.aborted) return
    if (holder !== null && holder === before) return stuck()
    before = holder
    disarm = environment.after(Math.min(limitMs(), LONGEST_TIMER_MS), look)
  }
  look()
}
