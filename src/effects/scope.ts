import type { SessionEvent } from 'sessionchart/machines/session'
import { fromCallback, fromPromise, type NonReducibleUnknown, type PromiseActorLogic } from 'xstate'
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

/** Tells the chart that something has happened, now, and what else is to be said of it. */
export type Tell = <Type extends Outside['type']>(type: Type, ...facts: Facts<Type>) => void
type Outside = Extract<
  SessionEvent,
  { type: `${'network' | 'tab' | 'tabs' | 'page' | 'otherTab' | 'turn'}.${string}` }
>
type Facts<Type> = keyof FactsOf<Type> extends never ? [] : [FactsOf<Type>]
type FactsOf<Type> = Omit<Extract<Outside, { type: Type }>, 'type' | 'at'>

/** An effect that listens. */
export function listening<Input extends NonReducibleUnknown = NonReducibleUnknown>(
  scope: AbortSignal,
  now: () => number,
  listen: (tell: Tell, signal: AbortSignal, input: Input) => void,
) {
  return fromCallback<SessionEvent, Input>(({ input, sendBack }) => {
    const own = new Follower(scope)
    const tell = (type: Outside['type'], facts?: object) =>
      sendBack({ ...facts, type, at: now() } as SessionEvent)
    listen(tell as Tell, own.signal, input)
    return () => {
      own.abort()
      own.leave()
    }
  })
}
