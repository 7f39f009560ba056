import { type Arrow, anyOf, type Box, type RegionDrawing, startOf } from './drawing'
import { fold, unfold } from './fold'
import { layOut, type PlacedArrow, type PlacedBox, type PlacedRegion, type Point } from './layout'
import { DOT_SIZE, labelSize } from './measures'

const BESIDE_WORDS = 9
/** As wide as the tip of an arrow is long, on both sides of its line. */
const LANE = 14
/** The dot and the arrow out of it stand before the first column. */
const BEFORE = 28

/**
 * Places a region in two columns, for one in which nearly all arrows lead from a few states to the others and back:
 * those few, the hubs, stand on the left. What leads from a state to one of its own column goes around the outside.
 */
export async function placeInColumns(
  drawing: RegionDrawing,
  hubs: string[],
  width: number,
): Promise<PlacedRegion> {
  const hubIds = [anyOf(drawing.id), ...hubs.map((name) => `${drawing.id}.${name}`)]
  const isHub = (id: string) => hubIds.includes(id)
  const start = drawing.arrows.find(({ source }) => source === startOf(drawing.id))
  const [dot, boxes] = [
    drawing.boxes.find(({ kind }) => kind === 'initial'),
    drawing.boxes.filter(({ kind }) => kind !== 'initial'),
  ]
  if (!start || !dot) throw new Error(`Nobody knows where ${drawing.title} starts.`)
  const arrows = drawing.arrows.filter((arrow) => arrow !== start)
  const [outside, between] = [
    arrows.filter(({ source, target }) => isHub(source) === isHub(target)),
    arrows.filter(({ source, target }) => isHub(source) !== isHub(target)),
  ]
  const left = Math.max(BEFORE, ...outside.filter(({ source }) => isHub(source)).map(laneOf))
  const right = outside.filter(({ source }) => !isHub(source)).reduce((sum, arrow) => sum + laneOf(arrow), 0)
  const placed = await layOut(
    {
      ...drawing,
      boxes: boxes.map((box) => ({ ...fold(box), column: isHub(box.id) ? 0 : 1 })),
      arrows: between,
    },
    [width - left - right],
  )

  const moved = placed.boxes.map((box, index) => unfold({ ...box, x: box.x + left }, boxes[index] as Box))
  const find = (id: string) => moved.find((box) => box.id === id) as PlacedBox
  let edge = Math.max(...moved.map((box) => box.x + box.width))
  const around = outside.map((arrow) => {
    const isLeft = isHub(arrow.source)
    const x = isLeft ? left - laneOf(arrow) / 2 : edge + laneOf(arrow) / 2
    if (!isLeft) edge += laneOf(arrow)
    return leadAround(arrow, find(arrow.source), find(arrow.target), Math.round(x))
  })
  return {
    ...placed,
    width: Math.ceil(edge),
    boxes: [placeDot(dot, find(start.target)), ...moved],
    arrows: [
      leadIn(start, find(start.target)),
      ...placed.arrows.map((arrow) => move(arrow, left)),
      ...around,
    ],
  }
}

/** How much room an arrow needs that goes around the outside. */
const laneOf = ({ lines }: Arrow) => (lines.length > 0 ? labelSize(lines).width + BESIDE_WORDS : LANE)

const middleOf = ({ y, height }: PlacedBox) => y + height / 2

const placeDot = (dot: Box, first: PlacedBox): PlacedBox => ({
  ...dot,
  x: first.x - BEFORE,
  y: middleOf(first) - DOT_SIZE / 2,
  width: DOT_SIZE,
  height: DOT_SIZE,
  boxes: [],
})

const leadIn = (arrow: Arrow, first: PlacedBox): PlacedArrow => ({
  ...arrow,
  label: null,
  points: [
    { x: first.x - BEFORE + DOT_SIZE, y: middleOf(first) },
    { x: first.x, y: middleOf(first) },
  ],
})

const move = (arrow: PlacedArrow, by: number): PlacedArrow => ({
  ...arrow,
  points: arrow.points.map(({ x, y }) => ({ x: x + by, y })),
  label: arrow.label && { ...arrow.label, x: arrow.label.x + by },
})

function leadAround(arrow: Arrow, from: PlacedBox, to: PlacedBox, x: number): PlacedArrow {
  const side = (box: PlacedBox) => (x < box.x ? box.x : box.x + box.width)
  // In the half that is nearer, and where it begins not where another one ends.
  const height = (box: PlacedBox, other: PlacedBox, share: number) =>
    Math.round(box.y + box.height * (box.y < other.y ? share : 1 - share))
  const [begin, end] = [height(from, to, 0.8), height(to, from, 0.55)]
  const points: Point[] = [
    { x: side(from), y: begin },
    { x, y: begin },
    { x, y: end },
    { x: side(to), y: end },
  ]
  const size = labelSize(arrow.lines)
  const label = { ...size, x: x - size.width / 2, y: Math.round((begin + end - size.height) / 2) }
  return { ...arrow, points, label: arrow.lines.length > 0 ? label : null }
}
