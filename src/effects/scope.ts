import type { SessionEvent } from 'sessionchart/machines/session'
import { fromCallback, fromPromise, type NonReducibleUnknown, type PromiseActorLogic } from 'xstate'
import { Follower } from '../follower'
import { type Surroundings, surroundings } from './surroundings'
import type { Outside, Tell } from './tell'

// Every effect ends with its state, and with the life of its chart as well: an actor that has failed disposes nothing.

/** An effect that gives an answer. */
export function asking<Output, Input>(
  ask: (input: Input, signal: AbortSignal, given: Surroundings) => Promise<Output>,
): PromiseActorLogic<Output, Input> {
  return fromPromise(async ({ input, signal, system }) => {
    const given = surroundings.get(system)
    const own = new Follower(signal, given.life)
    try {
      if (own.signal.aborted) throw own.signal.reason
      return await ask(input, own.signal, given)
    } finally {
      own.leave()
    }
  })
}

/** An effect that listens. */
export function listening<Input extends NonReducibleUnknown = NonReducibleUnknown>(
  listen: (tell: Tell, signal: AbortSignal, given: Surroundings, input: Input) => void,
) {
  return fromCallback<SessionEvent, Input>(({ input, sendBack, system }) => {
    const given = surroundings.get(system)
    const own = new Follower(given.life)
    const tell = (type: Outside['type'], facts?: object) =>
      sendBack({ ...facts, type, at: given.environment.now() } as SessionEvent)
    listen(tell as Tell, own.signal, given, input)
    return () => {
      own.abort()
      own.leave()
    }
  })
}
