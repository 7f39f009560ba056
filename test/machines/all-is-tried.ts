import { type TransitionCoverage, transitionCoverage } from 'sessionchart/testing'
import { beforeAll, expect, test } from 'vitest'
import type { AnyStateMachine, AnyTransitionDefinition } from 'xstate'
import { evaluateGuard } from 'xstate/guards'
import { describeTransition, transitionsOf } from '../../src/testing/coverage/machine-transitions'

/**
 * The tests of this file take every transition of the chart, of time limits and of effects that throw as well, and
 * have every guard say yes and no wherever it stands. It counts from the first test on, so that what only leads to the
 * situations that they begin with is not tried. To be called at the end of the file.
 */
export function testThatAllIsTried(machine: AnyStateMachine): void {
  let coverage: TransitionCoverage
  let unrefused: () => object[]

  beforeAll(() => {
    coverage = transitionCoverage(machine)
    unrefused = countRefusals(machine)
  })

  test('every transition has a row', () => expect(coverage.untaken(), coverage.report()).toEqual([]))

  test('every guard has been true and false', () => expect(coverage.unseen()).toEqual([]))

  test('every transition with a guard has a row in which it is refused', () =>
    expect(unrefused()).toEqual([]))
}

/** One guard may stand at many transitions: it could be left out where it has always been true. */
function countRefusals(machine: AnyStateMachine): () => object[] {
  const unrefused = new Map<AnyTransitionDefinition, object>()
  for (const transition of transitionsOf(machine)) {
    const { guard } = transition
    if (!guard) continue
    unrefused.set(transition, describeTransition(transition))
    // In the form of those that XState has made, as `and([…])`, which it gives the snapshot.
    const check: Check = (snapshot, { context, event }) => {
      const isTaken = evaluateGuard(guard, context, event, snapshot)
      if (!isTaken) unrefused.delete(transition)
      return isTaken
    }
    transition.guard = Object.assign(() => false, { type: guard, check })
  }
  return () => [...unrefused.values()]
}

type Asked = Parameters<typeof evaluateGuard>
type Check = (snapshot: Asked[3], given: { context: Asked[1]; event: Asked[2] }) => boolean
