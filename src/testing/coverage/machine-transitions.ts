import type { AnyStateMachine, AnyTransitionDefinition } from 'xstate'

type State = AnyTransitionDefinition['source']

/** The machine itself and every state in it. */
export function nodesOf(machine: AnyStateMachine): State[] {
  const nodes: State[] = [machine.root]
  for (const node of nodes) nodes.push(...Object.values(node.states))
  return nodes
}

/** Every transition of a machine: on events, of actors and time limits, and immediate ones. */
export const transitionsOf = (machine: AnyStateMachine): AnyTransitionDefinition[] =>
  nodesOf(machine).flatMap(({ transitions, always }) => [
    ...[...transitions.values()].flat(),
    ...(always ?? []),
  ])

/** A transition of a machine, as plain data. */
export interface MachineTransition {
  /** The state that has it, as in `request.reading`. Empty for the machine itself. */
  source: string
  /** The type of its event, in XState's own words for those of XState. Empty when it is immediate. */
  event: string
  /** `null` without one. One that has no name is called `inline`. */
  guard: string | null
  /** The states that it leads to. Empty when the machine stays where it is. */
  target: string[]
}

export function describeTransition(transition: AnyTransitionDefinition): MachineTransition {
  const { source, eventType, guard, target } = transition
  return {
    source: source.path.join('.'),
    event: eventType,
    guard: guard ? nameOfGuard(guard) : null,
    target: target?.map(({ path }) => path.join('.')) ?? [],
  }
}

/** The event of a transition in words: `alarm done`, `alarm failed`, `after limit`, `always`. */
export function nameOfEvent({ source, eventType, ...transition }: AnyTransitionDefinition): string {
  if (eventType === '') return 'always'
  if (eventType === `xstate.done.state.${source.id}`) return 'done'
  if ('delay' in transition) return `after ${transition.delay}`
  const invoked = source.invoke.find(({ id }) => eventType.endsWith(`.${id}`))
  const end = Object.entries(ENDS).find(([start]) => eventType.startsWith(start))?.[1]
  if (!invoked || !end) return eventType
  return `${String(invoked.src).startsWith('xstate.invoke.') ? invoked.id : invoked.src} ${end}`
}

const ENDS = {
  'xstate.done.actor.': 'done',
  'xstate.error.actor.': 'failed',
  'xstate.snapshot.': 'changed',
}

function nameOfGuard(guard: unknown): string {
  if (typeof guard === 'string') return guard
  const { type, name, guards } = Object(guard)
  if (Array.isArray(guards)) return `${name}(${guards.map(nameOfGuard).join(', ')})`
  return type || (name !== 'guard' && name) || 'inline'
}
