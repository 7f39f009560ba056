import type { AnyActorScope } from 'xstate'

// Whether what a machine does is a step of it, and whose. All that is asked for by a step is asked within it.

let steps = 0
let choices = 0
/** What was seen of an actor's first step, which counts when the actor is started. */
let held: Array<() => void> | undefined
const first = new WeakMap<AnyActorScope, Array<() => void>>()

type Computation<Args extends unknown[], Result> = (...args: Args) => Result

/** What `compute` takes, it takes. */
export const asStep =
  <Args extends unknown[], Result>(compute: Computation<Args, Result>): Computation<Args, Result> =>
  (...args) => {
    steps++
    try {
      return compute(...args)
    } finally {
      steps--
    }
  }

/** What `choose` reads is not taken yet: it may yield to what another region has chosen. */
export const asChoice =
  <Args extends unknown[], Result>(choose: Computation<Args, Result>): Computation<Args, Result> =>
  (...args) => {
    choices++
    try {
      return choose(...args)
    } finally {
      choices--
    }
  }

/** The same for the step that XState computes as it makes an actor. For every `transition()` it makes one in vain. */
export const asFirstStep = <Input, Snapshot extends { status: string }>(
  compute: Computation<[AnyActorScope, Input], Snapshot>,
): Computation<[AnyActorScope, Input], Snapshot> => {
  const step = asStep(compute)
  return (scope, input) => {
    const outer = held
    const seen: Array<() => void> = []
    held = seen
    let isOver = false
    try {
      const snapshot = step(scope, input)
      isOver = snapshot.status === 'done'
      return snapshot
    } finally {
      held = outer
      // One that is over is not started.
      if (scope.self.sessionId === scope.sessionId && !isOver) first.set(scope, seen)
      else for (const tell of seen) tell()
    }
  }
}

/** The actor with this scope is started. */
export function hasStarted(scope: AnyActorScope): void {
  for (const tell of first.get(scope) ?? []) tell()
  first.delete(scope)
}

/** Tells what was asked, if it was for a step. */
export function tellOfAsking(tell: () => void): void {
  if (steps === 0) return
  if (held) held.push(tell)
  else tell()
}

/** Tells what was taken, if it was. */
export function tellOfTaking(tell: () => void): void {
  if (choices === 0) tellOfAsking(tell)
}
