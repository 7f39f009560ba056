import type { AnyActorScope } from 'xstate'

// Whether what a machine does is a step of it, and whose. All that is asked for by a step is asked within it.

const steps = { depth: 0 }
const choices = { depth: 0 }
/** What was seen of an actor's first step, which counts when the actor is started. */
let held: Array<() => void> | undefined
const first = new WeakMap<AnyActorScope, Array<() => void>>()

type Computation<Args extends unknown[], Result> = (...args: Args) => Result

const within =
  (kind: { depth: number }) =>
  <Args extends unknown[], Result>(compute: Computation<Args, Result>): Computation<Args, Result> =>
  (...args) => {
    kind.depth++
    try {
      return compute(...args)
    } finally {
      kind.depth--
    }
  }

/** What the computation takes, it takes. */
export const asStep = within(steps)

/** What the computation reads is not taken yet: it may yield to what another region has chosen. */
export const asChoice = within(choices)

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
  if (steps.depth === 0) return
  if (held) held.push(tell)
  else tell()
}

/** Tells what was taken, if it was. */
export function tellOfTaking(tell: () => void): void {
  if (choices.depth === 0) tellOfAsking(tell)
}
