import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { nameEvent } from './event-name'

/** One arrow of a chart, in the words that a reader knows. Without a target it stays where it is. */
export interface ChartEdge {
  source: string
  target: string | null
  event: string
  guard: string | null
  actions: string[]
  description: string
}

export interface ChartState {
  id: string
  name: string
  description: string
  type: AnyStateNode['type']
  tags: string[]
  /** The effects that run while the state is active. */
  runs: string[]
  initial: string | null
  states: ChartState[]
  /** The arrows that leave this very state, in the order in which the chart tries them. */
  edges: ChartEdge[]
}

export interface Chart {
  root: ChartState
  /** In milliseconds; null when it depends on the context. */
  delays: Array<[name: string, milliseconds: number | null]>
}

/** Reads a machine. What comes out is plain and in the order of the chart, so that every run draws the same. */
export function readChart(machine: AnyStateMachine): Chart {
  return {
    root: readState(machine.root),
    delays: Object.entries(machine.implementations.delays).map(([name, delay]) => [
      name,
      typeof delay === 'number' ? delay : null,
    ]),
  }
}

function readState(node: AnyStateNode): ChartState {
  return {
    id: node.id,
    name: node.key,
    description: node.description ?? '',
    type: node.type,
    tags: [...node.tags],
    runs: node.invoke.map(({ src }) => nameOf(src)),
    initial: node.type === 'compound' ? (node.initial.target[0]?.id ?? null) : null,
    states: Object.values(node.states).map(readState),
    edges: [...node.transitions.values(), node.always ?? []].flatMap((candidates) =>
      candidates.map((transition, place) => readEdge(node, transition, place)),
    ),
  }
}

function readEdge(node: AnyStateNode, transition: AnyTransitionDefinition, place: number): ChartEdge {
  const { eventType, guard, target, actions, description } = transition
  return {
    source: node.id,
    target: target?.[0]?.id ?? null,
    event: nameEvent(eventType, node),
    guard: guard === undefined ? (place > 0 ? 'else' : null) : nameOf(guard),
    actions: actions.map(nameAction),
    description: description ?? '',
  }
}

function nameAction(action: unknown): string {
  const { params } = action as { params?: unknown }
  const details = params && typeof params === 'object' ? Object.values(params).join(', ') : ''
  return details ? `${nameOf(action)}(${details})` : nameOf(action)
}

/** What a chart calls a guard, an action or an actor. Inline ones have no name to show. */
function nameOf(thing: unknown): string {
  if (typeof thing === 'string') return thing
  const { type } = thing as { type?: unknown }
  return typeof type === 'string' ? type : 'inline'
}

/** A state and all below it, from the top. */
export function statesOf(state: ChartState): ChartState[] {
  return [state, ...state.states.flatMap(statesOf)]
}

/** The regions of a chart: those of a parallel one, or the chart itself. */
export function regionsOf({ root }: Chart): ChartState[] {
  return root.type === 'parallel' ? root.states : [root]
}
