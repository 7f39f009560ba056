import { type AnyStateMachine, StateMachine } from 'xstate'
import { changed, type Path, partAt, pathsIn } from './chart-parts'

/** What a chart lacks, or where it goes instead of where it should. */
export interface ChartMutant {
  path: Path
  /** The property that is changed: `guard`, `onError`, `target` … Of what is in `on` and `after`, these. */
  kind: string
  instead?: string
}

// Names and texts do nothing. What the context begins with and what effects and actions are given is code, not chart.
const LEFT_ALONE = ['id', 'description', 'src', 'input', 'context', 'output', 'params', 'schemas']
// Nothing can be made of a chart without these.
const NEEDED = ['states', 'initial', 'actions.type']

/** All mutants of a chart, in the order of its text. */
export const mutantsOf = ({ config }: AnyStateMachine): ChartMutant[] =>
  pathsIn(config, LEFT_ALONE).flatMap((path) => {
    const kind = kindOf(path)
    const without = NEEDED.includes(kind) ? [] : [{ path, kind }]
    const instead = ['target', 'initial'].includes(kind) ? siblingOf(config, path) : undefined
    return instead ? [...without, { path, kind, instead }] : without
  })

function kindOf(path: Path): string {
  const [owner = '', name = ''] = path.filter((key) => typeof key === 'string').slice(-2)
  if (owner === 'actions') return `${owner}.${name}`
  return ['on', 'after', 'states'].includes(owner) ? owner : name || owner
}

/** The state beside the one that a `target` or `initial` names, written in the same way. Nothing where it is alone. */
function siblingOf(config: object, path: Path): string | undefined {
  const target = String(partAt(config, path))
  const around = path.filter((_, index) => path[index - 1] === 'states').map(String)
  const named = path.at(-1) === 'initial' ? [...around, target] : lookUp(target, around)
  const states = partAt(config, [...named.slice(0, -1).flatMap((name) => ['states', name]), 'states'])
  const names = Object.keys(Object(states))
  const index = names.indexOf(named.at(-1) ?? '')
  if (index < 0) throw new Error(`There is no state ${target}.`)
  return names.length > 1 ? target.replace(/[^.]+$/, names[(index + 1) % names.length] ?? '') : undefined
}

/** As XState does it: from the chart (`#id.`), in the state (`.`), or beside it. */
function lookUp(target: string, around: string[]): string[] {
  const path = target.split('.')
  if (target.startsWith('#')) return path.slice(1)
  return target.startsWith('.') ? [...around, ...path.slice(1)] : [...around.slice(0, -1), ...path]
}

export function mutate(machine: AnyStateMachine, mutant: ChartMutant): AnyStateMachine {
  const config = changed(machine.config, mutant.path, mutant.instead)
  // Without a guard some go in circles for ever.
  return new StateMachine({ ...config, options: { maxIterations: 100 } }, machine.implementations)
}
