import type { Environment } from 'sessionchart/client'
import { watchHolder } from './watch-holder'

// So that of several tabs one is the first to lose patience.
const JITTER_MS = 2_000

export interface TurnHears {
  /** The turn has come. It has at once where there are no locks, or where the origin may have none. */
  came(): void
  /** Another tab has taken the lock away. The turn is over. */
  lost(): void
}

/**
 * Queues for the lock and holds it until the signal aborts. A tab that is frozen never lets go: a lock that stays in
 * one tab for longer than the patience lasts, which may grow meanwhile, is taken away from it.
 */
export function takeTurn(
  environment: Environment,
  name: string,
  patienceMs: () => number,
  hears: TurnHears,
  signal: AbortSignal,
): void {
  if (signal.aborted) return
  const queue = new AbortController()
  const waiting = new AbortController()
  const released = new Promise<void>((release) => {
    signal.addEventListener('abort', () => {
      queue.abort()
      waiting.abort()
      release()
    })
  })
  const come = () => {
    waiting.abort()
    hears.came()
  }
  const ask = (request: { signal?: AbortSignal; steal?: boolean }) => {
    const isTakenBack = () => signal.aborted || request.signal?.aborted
    const asked = environment.requestLock(name, request, async () => {
      // The lock may be on its way when the request is taken back.
      if (isTakenBack()) return
      come()
      await released
    })
    if (!asked) return come()
    asked.catch((error: unknown) => {
      if (isTakenBack()) return
      const wasRobbed = waiting.signal.aborted || Object(error).name === 'AbortError'
      if (!wasRobbed) return come()
      waiting.abort()
      hears.lost()
    })
  }

  ask({ signal: queue.signal })
  const jitterMs = environment.random() * JITTER_MS
  const limitMs = () => patienceMs() + jitterMs
  watchHolder(environment, name, limitMs, waiting.signal, () => {
    // The platform refuses a request that has a signal and steals: the one that waits has to go first.
    queue.abort()
    ask({ steal: true })
  })
}
