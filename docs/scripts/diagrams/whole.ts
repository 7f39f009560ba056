import { type ChartState, statesOf } from './chart'
import { type Arrow, anyOf, type Box, join, type RegionDrawing, stack, startOf } from './drawing'
import { labelOf } from './label'
import { wrap } from './text'

const LONGEST_LINE = 190
const SMALL_PRINT = 12

interface Wishes {
  /** Put the description of each state into its box. */
  descriptions: boolean
}

/** All of a region: every state, every arrow. What does not leave its state is a line in the box. */
export function drawWhole(region: ChartState, wishes: Wishes): RegionDrawing {
  return {
    id: region.id,
    title: region.name,
    description: region.description,
    boxes: [...boxesOf(region, wishes), ...anyBox(region)],
    arrows: join(statesOf(region).flatMap((state) => arrowsOf(state, region))),
  }
}

function boxesOf(state: ChartState, wishes: Wishes): Box[] {
  const inner: Box[] = state.states.map((child) => ({
    id: child.id,
    kind: child.type === 'final' ? 'final' : 'state',
    title: child.name,
    lines: linesOf(child, wishes),
    description: child.description,
    boxes: boxesOf(child, wishes),
  }))
  const dot: Box = {
    id: startOf(state.id),
    kind: 'initial',
    title: '',
    lines: [],
    description: '',
    boxes: [],
  }
  return state.initial ? [dot, ...inner] : inner
}

/** Stands for whichever state is active: what the region itself hears, each of its states hears. */
function anyBox(region: ChartState): Box[] {
  if (region.edges.length === 0) return []
  const description = `Whichever state of ${region.name} is active`
  const lines = stack(region.edges.filter(({ target }) => target === null).map(labelOf))
  return [
    {
      id: anyOf(region.id),
      kind: 'any',
      title: 'any state',
      lines: lines,
      description,
      boxes: [],
    },
  ]
}

function arrowsOf(state: ChartState, region: ChartState): Arrow[] {
  const source = state === region ? anyOf(region.id) : state.id
  const start = state.initial ? [{ source: startOf(state.id), target: state.initial, lines: [] }] : []
  return [
    ...start,
    ...state.edges.flatMap((edge) =>
      edge.target ? [{ source, target: edge.target, lines: labelOf(edge) }] : [],
    ),
  ]
}

/** Tags, and the events that it takes without leaving. */
function linesOf(state: ChartState, { descriptions }: Wishes): string[] {
  const tags = state.tags.map((tag) => `#${tag}`).join(' ')
  const stays = stack(state.edges.filter(({ target }) => target === null).map(labelOf))
  return [
    ...(tags ? [tags] : []),
    ...(descriptions ? wrap(state.description, SMALL_PRINT, LONGEST_LINE) : []),
    ...stays,
  ]
}
