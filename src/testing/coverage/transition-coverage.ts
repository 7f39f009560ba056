import { SessionOptionError } from 'sessionchart'
import type { AnyStateMachine } from 'xstate'
import { describeTransition, type MachineTransition, nameOfEvent, transitionsOf } from './machine-transitions'
import { watchMachine } from './watch-machine'

/** What a guard has not said yet. */
export interface GuardOutcome {
  guard: string
  outcome: boolean
}

/** What a test run has seen of a machine. */
export interface TransitionCoverage {
  /** The transitions that were not taken, in the order of the machine. */
  untaken(): MachineTransition[]
  /** The named guards that have never been true, or never false. */
  unseen(): GuardOutcome[]
  /** Both as text, by state; one line when there is nothing to list. */
  report(): string
  /** Counts no longer, and puts the machine back as it was. What was counted stays. */
  stop(): void
}

/**
 * Counts, from now on, which transitions of a machine are taken and what its guards say. The machine may be any of
 * XState v5. Begin before the tests, and look at what is left when they are over.
 *
 * It counts what `transition()` and `initialTransition()` compute and what running actors do, those that were started
 * before included; the same for the copies that `machine.provide(…)` makes from now on, not for earlier ones. Machines
 * that the machine invokes are counted on their own. Of guards it counts those with a name, wherever they are asked,
 * also inside of `and`, `or` and `not`; not functions that stand in the transition itself. What `snapshot.can(…)` asks
 * is not counted, nor what `getMicrosteps()` computes.
 *
 * @throws SessionOptionError when it is no machine.
 *
 * @example
 * ```ts
 * const coverage = transitionCoverage(sessionMachine)
 * // … the tests …
 * afterAll(() => expect(coverage.untaken(), coverage.report()).toEqual([]))
 * ```
 */
export function transitionCoverage(machine: AnyStateMachine): TransitionCoverage {
  if (!(Object(Object(machine).root).transitions instanceof Map))
    throw new SessionOptionError('machine', machine, 'a state machine of XState v5')

  const definitions = transitionsOf(machine)
  const untaken = new Set(definitions.keys())
  const unseen = new Map(guardsOf(machine).map((guard) => [guard, new Set([true, false])]))
  const stop = watchMachine(machine, {
    took: (place) => void untaken.delete(place),
    decided: (guard, outcome) => void unseen.get(guard)?.delete(outcome),
  })

  const left = () => definitions.filter((_, place) => untaken.has(place))
  const outcomes = () =>
    [...unseen].flatMap(([guard, missing]) => [...missing].map((outcome) => ({ guard, outcome })))

  return {
    untaken: () => left().map(describeTransition),
    unseen: outcomes,
    report() {
      const taken = definitions.length - untaken.size
      const lines = [`${machine.id}: ${taken} of ${definitions.length} transitions taken`]
      let state: string | undefined
      for (const definition of left()) {
        const { source, guard, target } = describeTransition(definition)
        if (source !== state) lines.push('', source || machine.id)
        state = source
        const condition = guard === null ? '' : ` [${guard}]`
        lines.push(`  ${nameOfEvent(definition)}${condition} → ${target.join(', ') || 'stays'}`)
      }
      const never = outcomes().map(({ guard, outcome }) => `  ${guard} was never ${outcome}`)
      return [...lines, ...(never.length > 0 ? ['', 'guards', ...never] : [])].join('\n')
    },
    stop,
  }
}

/** The names of its guards, without those that only stand for another one. */
const guardsOf = ({ implementations }: AnyStateMachine): string[] =>
  Object.entries(implementations.guards).flatMap(([name, guard]) =>
    typeof guard === 'function' ? [name] : [],
  )
