import type { AnyStateMachine } from 'xstate'
import { asChoice, asFirstStep, asStep, hasStarted, tellOfAsking, tellOfTaking } from './machine-steps'
import { transitionsOf } from './machine-transitions'

export interface MachineObserver {
  /** A transition was taken, by its place in `transitionsOf`. */
  took(place: number): void
  /** A named guard was asked. */
  decided(guard: string, outcome: boolean): void
}

interface Watch {
  observers: Set<MachineObserver>
  /** Puts the machine back as it was. */
  end(): void
}

const watches = new WeakMap<AnyStateMachine, Watch>()

/**
 * Says what a machine does from now on, and gives a function that ends it.
 *
 * XState reads the actions of a transition when it takes it: they are replaced by a getter. Copies that `provide`
 * makes of the machine meanwhile are watched, too. They are never put back, and tell nobody in the end.
 */
export function watchMachine(machine: AnyStateMachine, observer: MachineObserver): () => void {
  const watch = watches.get(machine) ?? begin(machine)
  watch.observers.add(observer)
  return () => {
    if (watch.observers.delete(observer) && watch.observers.size === 0) watch.end()
  }
}

function begin(machine: AnyStateMachine): Watch {
  const observers = new Set<MachineObserver>()
  const all: MachineObserver = {
    took(place) {
      for (const { took } of observers) took(place)
    },
    decided(guard, outcome) {
      for (const { decided } of observers) decided(guard, outcome)
    },
  }
  const { transition, getInitialSnapshot, getTransitionData, start, provide, implementations } = machine
  const methods = {
    transition: asStep(transition),
    getInitialSnapshot: asFirstStep(getInitialSnapshot),
    getTransitionData: asChoice(getTransitionData.bind(machine)),
    start(
      ...given: [snapshot: Parameters<typeof start>[0], scope: Parameters<typeof getInitialSnapshot>[0]]
    ) {
      hasStarted(given[1])
      return start(given[0])
    },
    provide(given: Parameters<typeof provide>[0]) {
      const copy = provide.call(machine, given)
      watchMachine(copy, all)
      return copy
    },
  }
  const undo = [
    ...transitionsOf(machine).map((definition, place) => {
      const { actions } = definition
      const get = () => {
        tellOfTaking(() => all.took(place))
        return actions
      }
      return replace(definition, 'actions', { get })
    }),
    replace(implementations, 'guards', { value: watchGuards(implementations.guards, all) }),
    ...Object.entries(methods).map(([name, value]) => replace(machine, name as 'start', { value })),
  ]
  const watch: Watch = {
    observers,
    end() {
      for (const put of undo) put()
      watches.delete(machine)
    },
  }
  watches.set(machine, watch)
  return watch
}

type Guards = AnyStateMachine['implementations']['guards']
type Guard = (...args: unknown[]) => boolean

function watchGuards(guards: Guards, { decided }: MachineObserver): Guards {
  const watched = Object.entries(guards).map(([name, implementation]) => {
    // Those that XState has made, as `and([…])`, it asks by their `check`.
    const guard = implementation as Guard & { check?: Guard }
    if (typeof guard !== 'function') return [name, guard]
    const watch =
      (ask: Guard): Guard =>
      (...args) => {
        const outcome = ask(...args)
        tellOfAsking(() => decided(name, Boolean(outcome)))
        return outcome
      }
    return [name, Object.assign(watch(guard), guard, guard.check && { check: watch(guard.check) })]
  })
  return Object.fromEntries(watched)
}

/** Puts something else in the place of a property, and gives what undoes it. */
function replace<Target extends object>(
  target: Target,
  key: keyof Target,
  { value, get }: PropertyDescriptor,
): () => void {
  const before = Object.getOwnPropertyDescriptor(target, key)
  const own = { configurable: true, enumerable: before?.enumerable ?? false }
  Object.defineProperty(target, key, get ? { ...own, get } : { ...own, value, writable: true })
  return () => {
    if (before) Object.defineProperty(target, key, before)
    else delete target[key]
  }
}
