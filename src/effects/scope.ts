import type { SessionEvent } from 'sessionchart/machines/session'
import { fromCallback, fromPromise, type PromiseActorLogic } from 'xstate'
import { Follower } from '../follower'

// Every effect ends with its state, and with `scope` as well: an actor that has failed disposes nothing.

/** An effect that gives an answer. */
export function asking<Output, Input>(
  scope: AbortSignal,
  ask: (input: Input, signal: AbortSignal) => Promise<Output>,
): PromiseActorLogic<Output, Input> {
  return fromPromise(async ({ input, signal }) => {
    const own = new Follower(signal, scope)
    try {
      if (own.signal.aborted) throw own.signal.reason
      return await ask(input, own.signal)
    } finally {
      own.leave()
    }
  })
}

/** Tells the chart that something has happened, now. */
export type Tell = (fact: SurroundingFact['type']) => void
type SurroundingFact = Extract<
  SessionEvent,
  { type: `${'network' | 'tab' | 'tabs' | 'page' | 'otherTab'}.${string}` }
>

/** An effect that listens. */
export function listening(
  scope: AbortSignal,
  now: () => number,
  listen: (tell: Tell, signal: AbortSignal) => void,
) {
  return fromCallback<SessionEvent>(({ sendBack }) => {
    const own = new Follower(scope)
    listen((type) => sendBack({ type, at: now() }), own.signal)
    return () => own.abort()
  })
}
