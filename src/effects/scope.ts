import type { SessionEvent } from 'sessionchart/machines/session'
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
