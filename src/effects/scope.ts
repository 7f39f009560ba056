import type { SessionEvent } from 'sessionchart/machines'
import { fromCallback } from 'xstate'

type Stop = () => void

/**
 * An effect that listens until its state is left: `start` gives the functions that stop it. It also ends with
 * `scope`, because an actor that has failed disposes nothing.
 */
export function listener(scope: AbortSignal, start: (send: (event: SessionEvent) => void) => Stop[]) {
  return fromCallback<SessionEvent>(({ sendBack }) => {
    const stops = start(sendBack)
    const end = () => {
      scope.removeEventListener('abort', end)
      for (const stop of stops) stop()
    }
    scope.addEventListener('abort', end)
    return end
  })
}

/** A signal that aborts when one of the two does. `unlink` has to be called when it is not needed any more. */
export function linkSignals(a: AbortSignal, b: AbortSignal): { signal: AbortSignal; unlink: () => void } {
  const controller = new AbortController()
  const abort = () => controller.abort(a.aborted ? a.reason : b.reason)
  const unlink = () => {
    a.removeEventListener('abort', abort)
    b.removeEventListener('abort', abort)
  }
  a.addEventListener('abort', abort)
  b.addEventListener('abort', abort)
  if (a.aborted || b.aborted) abort()
  return { signal: controller.signal, unlink }
}
