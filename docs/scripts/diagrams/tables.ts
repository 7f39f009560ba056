import { type Chart, type ChartState, statesOf } from './chart'

/** The states of a region and its transitions, as two Markdown tables. */
export function tablesOf(region: ChartState): string[] {
  const states = statesOf(region).filter((state) => state !== region)
  const short = (id: string) => code(id === region.id ? 'any state' : id.slice(region.id.length + 1))
  return [
    table(
      ['State', 'Description', 'Tags', 'Runs'],
      states.map(({ id, description, tags, runs, type }) => [
        `${short(id)}${type === 'final' ? ' (final)' : ''}`,
        description,
        tags.map(code).join(', '),
        runs.map(code).join(', '),
      ]),
    ),
    table(
      ['From', 'Event', 'Guard', 'To', 'Actions'],
      statesOf(region).flatMap(({ edges }) =>
        edges.map(({ source, event, guard, target, actions, description }) => [
          short(source),
          code(event),
          guard ? code(guard) : '',
          target ? short(target) : 'stays',
          actions.length > 0 ? actions.map(code).join(', ') : description,
        ]),
      ),
    ),
  ]
}

/** The delays of a chart as a Markdown table. */
export function writeDelays({ delays }: Chart): string | null {
  if (delays.length === 0) return null
  return table(
    ['Delay', 'Length'],
    delays.map(([name, milliseconds]) => [
      code(name),
      milliseconds === null ? 'depends on the context' : `${milliseconds / 1000} s`,
    ]),
  )
}

const code = (text: string) => `\`${text}\``

function table(heads: string[], rows: string[][]): string {
  const write = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [write(heads), `|${heads.map(() => '---').join('|')}|`, ...rows.map(write)].join('\n')
}
