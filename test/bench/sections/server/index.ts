import { ratios, spreads } from '../../columns'
import { type Figure, median, type Section } from '../../figures'
import { rotated } from '../../interleave'
import { BASE, LIBRARIES, type LibraryName } from '../../libraries'
import type { Measure } from '../../measure'
import { loadTrees, type Trees } from './render-trees'

const ROUNDS = 20
// A round is made of short turns of each, of which the median counts.
const TURNS = 5
const WARM_ROUNDS = 5
/** How often a page with so many consumers is rendered in a turn. */
const TIMES: Record<number, number> = { 1: 1_000, 50: 100, 1000: 5 }
const TITLE = 'Rendering on a server'

const HOW = `\`renderToString\` of a provider with a session and its consumers, each of which shows the name: React 19 for production
in Node, one process, all libraries in turn. Times are those of the processor, garbage collection included; what counts of
each of the ${ROUNDS} rounds is the median of ${TURNS} turns. better-auth takes no session on a server and has no provider:
it renders empty names.

\`npm run bench -- server\` measures it again.`

async function measure(): Promise<Section> {
  if (process.env.NODE_ENV !== 'production')
    throw new Error(
      'Run it with NODE_ENV=production: what React does in development is not what is measured.',
    )
  const trees = await loadTrees()
  const rows = Object.entries(TIMES).map(([consumers, times]) => ({
    consumers: Number(consumers),
    micros: compare(trees, Number(consumers), times),
  }))
  const over = { over: 'consumers', columns: [...LIBRARIES] }
  const figures: Figure[] = [
    {
      ...over,
      id: 'render-ratio',
      title: `A render on a server: as many times as ${BASE}`,
      unit: 'ratio',
      rows: rows.map(({ consumers, micros }) => ({
        case: consumers,
        values: ratios(LIBRARIES, micros, BASE),
      })),
    },
    {
      ...over,
      id: 'render-time',
      title: 'A render on a server',
      unit: 'microseconds',
      rows: rows.map(({ consumers, micros }) => ({ case: consumers, values: spreads(LIBRARIES, micros) })),
    },
    {
      id: 'actors-created',
      title: 'Actors created by all of these renders',
      unit: 'count',
      over: '',
      columns: ['sessionchart'],
      rows: [{ case: 'actors', values: [trees.createdActors()] }],
    },
  ]
  return { id: 'server', title: TITLE, how: HOW, figures }
}

/** Microseconds for each render, of each round. */
function compare({ render }: Trees, consumers: number, times: number): Record<LibraryName, number[]> {
  checkPages(LIBRARIES.map((library) => render[library](consumers)))
  const micros = Object.fromEntries(LIBRARIES.map((library) => [library, []])) as unknown as Record<
    LibraryName,
    number[]
  >
  for (let round = -WARM_ROUNDS; round < ROUNDS; round += 1) {
    const turns = Object.fromEntries(LIBRARIES.map((library) => [library, [] as number[]]))
    for (let turn = 0; turn < TURNS; turn += 1)
      for (const library of rotated(LIBRARIES, WARM_ROUNDS + round + turn))
        turns[library]?.push(time(() => render[library](consumers), times))
    if (round >= 0) for (const library of LIBRARIES) micros[library].push(median(turns[library] ?? []))
  }
  return micros
}

/** They render the same, except the one that cannot. */
function checkPages([ours, ...others]: string[]): void {
  const [v5, v4] = others
  if (!ours?.startsWith('<p>Ann</p>') || ours !== v5 || ours !== v4)
    throw new Error(`They differ:\n${[ours, ...others].join('\n')}`)
}

/** Microseconds of the processor for each, garbage collection included. The clock counts other programs, too. */
function time(render: () => void, times: number): number {
  const start = process.cpuUsage()
  for (let count = 0; count < times; count += 1) render()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / times
}

export const serverSection: Measure = { id: 'server', title: TITLE, measure }
