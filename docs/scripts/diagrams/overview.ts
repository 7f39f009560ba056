import { type ChartEdge, type ChartState, statesOf } from './chart'
import { type Arrow, type Box, join, type RegionDrawing, startOf } from './drawing'
import { tellingArrows } from './telling'

/**
 * What a region is about: its states, and the most telling arrows by the names of their events. The states in a
 * state are shown where an arrow leads to one of them, or all of them.
 */
export function drawOverview(region: ChartState, inner: 'told' | 'all' = 'told'): RegionDrawing {
  const told = (tellingArrows[region.name] ?? []).map(([source, event, target]): Arrow => {
    const arrow = { source: `${region.id}.${source}`, target: `${region.id}.${target}`, event }
    if (!hasArrow(region, arrow)) {
      const wanted = `${region.name}: ${source} --${event}--> ${target}`
      throw new Error(`The chart has no such arrow: ${wanted}. Correct docs/scripts/diagrams/telling.ts.`)
    }
    return { source: arrow.source, target: arrow.target, lines: event === 'always' ? [] : [event] }
  })
  const ends = told.flatMap(({ source, target }) => [source, target])
  const open = (id: string) => inner === 'all' || ends.some((end) => end.startsWith(`${id}.`))
  const start = { source: startOf(region.id), target: region.initial as string, lines: [] }
  return {
    id: region.id,
    title: region.name,
    description: region.description,
    boxes: [dot(region), ...region.states.map((state) => boxOf(state, open))],
    arrows: join([start, ...told, ...firstArrowsToOthers(region, [start.target, ...ends])]),
  }
}

const dot = ({ id }: ChartState): Box => ({
  id: startOf(id),
  kind: 'initial',
  title: '',
  lines: [],
  description: '',
  boxes: [],
})

const boxOf = (state: ChartState, open: (id: string) => boolean): Box => ({
  id: state.id,
  kind: 'state',
  title: state.name,
  lines: [],
  description: state.description,
  boxes: open(state.id) ? state.states.map((child) => boxOf(child, open)) : [],
})

const isWithin = (id: string, outer: string) => id === outer || id.startsWith(`${outer}.`)

/** Whether the event may lead from that state there: what a state hears, the states in it hear, too. */
function hasArrow(
  region: ChartState,
  { source, target, event }: { source: string; target: string; event: string },
) {
  const fits = (edge: ChartEdge) =>
    edge.event === event &&
    edge.target !== null &&
    isWithin(edge.target, target) &&
    (isWithin(source, edge.source) || isWithin(edge.source, source))
  return (
    statesOf(region).some(({ id }) => id === source) && statesOf(region).some(({ edges }) => edges.some(fits))
  )
}

function firstArrowsToOthers(region: ChartState, reached: string[]): Arrow[] {
  const edges = region.states.flatMap((state) => statesOf(state).flatMap((inner) => inner.edges))
  return region.states
    .filter(({ id }) => !reached.some((end) => isWithin(end, id)))
    .flatMap(({ id }) => {
      const first = edges.find(
        ({ source, target }) => target && isWithin(target, id) && !isWithin(source, id),
      )
      const from = region.states.find((state) => first && isWithin(first.source, state.id))
      return first && from
        ? [{ source: from.id, target: id, lines: first.event === 'always' ? [] : [first.event] }]
        : []
    })
}
