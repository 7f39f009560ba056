import type { AnyStateMachine, AnyTransitionDefinition, StateNode } from 'xstate'

/**
 * Notes which transitions of a machine are taken from now on, and gives a function that lists those that are
 * not. XState reads the actions of a transition when it takes it, and at no other time.
 */
export function watchTransitions(machine: AnyStateMachine): () => string[] {
  const untaken = new Map<AnyTransitionDefinition, string>()
  for (const transition of transitionsOf(machine)) {
    const { actions } = transition
    untaken.set(transition, describe(transition))
    Object.defineProperty(transition, 'actions', {
      get() {
        untaken.delete(transition)
        return actions
      },
    })
  }
  return () => [...untaken.values()]
}

export function nodesOf(machine: AnyStateMachine): Array<StateNode> {
  const nodes: StateNode[] = [machine.root]
  for (const node of nodes) nodes.push(...Object.values(node.states))
  return nodes
}

/** Every transition there is: on events, of effects and limits, and immediate ones. */
export function transitionsOf(machine: AnyStateMachine): AnyTransitionDefinition[] {
  return nodesOf(machine).flatMap((node) => [
    ...[...node.transitions.values()].flat(),
    ...(node.always ?? []),
  ])
}

function describe({ source, eventType, guard, target }: AnyTransitionDefinition): string {
  const place = source.path.join('.') || 'root'
  const condition = guard ? ` [${String(guard)}]` : ''
  const targets = target?.map(({ path }) => path.join('.')).join(', ') ?? 'stays'
  return `${place}: ${eventType || 'always'}${condition} → ${targets}`
}
