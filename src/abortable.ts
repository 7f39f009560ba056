/** An abort controller that also aborts when one of `parents` does. `unlink` when it is not needed any more. */
export interface Abortable {
  signal: AbortSignal
  abort(reason: unknown): void
  unlink(): void
}

// Not `AbortSignal.any`: browsers of 2023 do not have it.
export function createAbortable(...parents: Array<AbortSignal | undefined>): Abortable {
  const controller = new AbortController()
  const { signal } = controller
  const listeners = parents.map((parent) => {
    const abort = () => controller.abort(parent?.reason)
    if (parent?.aborted) abort()
    parent?.addEventListener('abort', abort)
    return () => parent?.removeEventListener('abort', abort)
  })
  return {
    signal,
    abort: (reason) => controller.abort(reason),
    unlink() {
      for (const unlisten of listeners) unlisten()
    },
  }
}

/** Rejects when the signal aborts, and never resolves. */
export function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => reject(signal.reason)
    if (signal.aborted) give()
    signal.addEventListener('abort', give)
  })
}
