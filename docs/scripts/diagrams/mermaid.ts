import { type ChartState, statesOf } from './chart'
import { labelOf } from './label'

/** A region as Mermaid text. One diagram each: Mermaid lays out parallel regions one below the other, too wide. */
export function writeMermaid(region: ChartState): string {
  const any = `${idOf(region.id)}_any`
  const hasAny = region.edges.some(({ target }) => target !== null)
  const arrows = statesOf(region).flatMap(({ id, edges }) =>
    edges.flatMap(({ target, event, guard }) => {
      if (!target) return []
      const label = labelOf({ event, guard }).join(' ')
      return [`  ${id === region.id ? any : idOf(id)} --> ${idOf(target)}${label ? ` : ${label}` : ''}`]
    }),
  )
  return [
    'stateDiagram-v2',
    ...writeStates(region, '  '),
    ...(hasAny ? [`  state "any state" as ${any}`] : []),
    ...arrows,
    ...region.states.filter(({ type }) => type === 'final').map(({ id }) => `  ${idOf(id)} --> [*]`),
  ].join('\n')
}

function writeStates({ initial, states }: ChartState, indent: string): string[] {
  return [
    ...(initial ? [`${indent}[*] --> ${idOf(initial)}`] : []),
    ...states.flatMap((state) => [
      `${indent}state "${state.name}" as ${idOf(state.id)}`,
      ...(state.states.length > 0
        ? [`${indent}state ${idOf(state.id)} {`, ...writeStates(state, `${indent}  `), `${indent}}`]
        : []),
    ]),
  ]
}

/** Mermaid's ids are words. */
const idOf = (id: string) => id.replaceAll(/\W/g, '_')
