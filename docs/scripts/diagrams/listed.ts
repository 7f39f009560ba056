import { type ChartEdge, type ChartState, statesOf } from './chart'
import { anyOf, type Box, type RegionDrawing } from './drawing'
import { labelOf } from './label'
import { TEXT_SIZE } from './measures'
import { drawOverview } from './overview'
import { wrap } from './text'

const LONGEST_LINE = 320

/**
 * All of a region that has too many arrows to be followed: what each state hears is written into it, with where that
 * leads to. Only the most telling arrows are drawn.
 */
export function drawListed(region: ChartState): RegionDrawing {
  const drawing = drawOverview(region, 'all')
  const states = new Map(statesOf(region).map((state) => [state.id, state]))
  const write = (box: Box): Box => ({
    ...box,
    lines: linesOf(states.get(box.id), region),
    boxes: box.boxes.map(write),
  })
  return {
    ...drawing,
    arrows: drawing.arrows.map((arrow) => ({ ...arrow, lines: [] })),
    boxes: [...drawing.boxes.map(write), anyBox(region)],
  }
}

const anyBox = (region: ChartState): Box => ({
  id: anyOf(region.id),
  kind: 'any',
  title: 'any state',
  lines: linesOf(region, region),
  description: `Whichever state of ${region.name} is active`,
  boxes: [],
})

function linesOf(state: ChartState | undefined, region: ChartState): string[] {
  const edges = (state?.edges ?? []).map((edge) => `${labelOf(edge).join(' ')}${targetOf(edge, region)}`)
  const tags = (state?.tags ?? []).map((tag) => `#${tag}`).join(' ')
  return [tags, ...edges].flatMap((line) => wrap(line, TEXT_SIZE, LONGEST_LINE))
}

const targetOf = ({ target }: ChartEdge, { id }: ChartState) =>
  target ? ` → ${target.slice(id.length + 1)}` : ''
