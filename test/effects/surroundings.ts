import { browserEnvironment } from 'sessionchart'
import type { AnyActorRef } from 'xstate'
import { type Surroundings, surroundings } from '../../src/effects/surroundings'

const untouched = () => {
  throw new Error('The effect has nothing to do with it.')
}

/** Gives an actor what effects work with, as far as the test says what that is. */
export function surround({ system }: AnyActorRef, given: Partial<Surroundings>): void {
  surroundings.set(system, {
    life: new AbortController().signal,
    environment: browserEnvironment,
    source: { read: untouched, update: untouched },
    tabs: { listen: untouched, takeTurn: untouched, ledger: untouched },
    userOf: untouched,
    leave: untouched,
    ...given,
  })
}
