import type { AnyActorRef } from 'xstate'
import { type Surroundings, surroundings } from '../../src/effects/surroundings'
import { wholeEnvironment } from '../support/whole-environment'

const untouched = () => {
  throw new Error('The effect has nothing to do with it.')
}

/** Gives an actor what effects work with, as far as the test says what that is. */
export function surround({ system }: AnyActorRef, given: Partial<Surroundings>): void {
  surroundings.set(system, {
    life: new AbortController().signal,
    environment: wholeEnvironment,
    source: { read: untouched, update: untouched },
    tabs: { listen: untouched, takeTurn: untouched, ledger: untouched },
    userOf: untouched,
    leave: untouched,
    ...given,
  })
}
