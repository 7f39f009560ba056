import type { ChartState } from './chart'
import { type Arrow, type Box, type RegionDrawing, startOf } from './drawing'
import { layOut, type PlacedBox, type PlacedRegion, type Point } from './layout'
import { DOT_SIZE, sizeOf, TITLE_HEIGHT } from './measures'
import { drawOverview } from './overview'

/** In pixels: a region fits into a window of 360. */
const WIDTH = 344
const GAP = 6
const ROW_HEIGHT = 24
const LANE = 9
/** How far the first column is from the left: the dot stands there. */
const MARGIN = 28

// Too much for one column: from these states most arrows lead to the others, and back.
const HUBS: Record<string, string[]> = { request: ['choosing', 'idle'] }

/** A region for the devtools: every state open, narrow, and words on the arrows only where there is room. */
export async function placeNarrow(region: ChartState): Promise<PlacedRegion> {
  const drawing = drawOverview(region, 'all')
  const hubs = HUBS[region.name]
  if (hubs) return placeInColumns(drawing, (id) => hubs.some((name) => id === `${region.id}.${name}`))
  const told = await layOut(drawing, [WIDTH])
  if (told.width <= WIDTH) return told
  return layOut({ ...drawing, arrows: drawing.arrows.map(withoutWords) }, [WIDTH])
}

const withoutWords = (arrow: Arrow): Arrow => ({ ...arrow, lines: [] })

/** Two columns, the hubs on the left. What leads from a state to one of its own column goes around the outside. */
async function placeInColumns(drawing: RegionDrawing, isHub: (id: string) => boolean): Promise<PlacedRegion> {
  const start = startOf(drawing.id)
  const boxes = drawing.boxes
    .filter(({ id }) => id !== start)
    .map((box) => ({ ...box, ...folded(box), column: isHub(box.id) ? 0 : 1 }))
  const arrows = drawing.arrows.filter(({ source }) => source !== start).map(withoutWords)
  const isBeside = ({ source, target }: Arrow) => isHub(source) === isHub(target)
  const between = arrows.filter((arrow) => !isBeside(arrow))
  const placed = await layOut({ ...drawing, boxes, arrows: between }, [WIDTH - MARGIN])

  const moved = placed.boxes.map((box) => unfolded({ ...box, x: box.x + MARGIN }, drawing))
  const find = (id: string) => moved.find((box) => box.id === id) as PlacedBox
  const first = drawing.arrows.find(({ source }) => source === start) as Arrow
  const dot = dotBefore(find(first.target), drawing.boxes.find(({ id }) => id === start) as Box)
  const edge = Math.max(...moved.map(({ x, width }) => x + width))
  const beside = arrows.filter(isBeside).map((arrow, lane) => {
    const x = isHub(arrow.source) ? MARGIN - LANE : edge + LANE * (lane + 1)
    return { ...arrow, label: null, points: around(find(arrow.source), find(arrow.target), x) }
  })
  return {
    ...placed,
    width: Math.max(edge, ...beside.flatMap(({ points }) => points.map(({ x }) => x))) + 2,
    boxes: [dot, ...moved],
    arrows: [
      { ...first, label: null, points: straight(dot, find(first.target)) },
      ...placed.arrows.map((arrow) => ({
        ...arrow,
        points: arrow.points.map(({ x, y }) => ({ x: x + MARGIN, y })),
      })),
      ...beside,
    ],
  }
}

/** A state whose inner states stand one below the other, so that the layout need not know of them. */
function folded(box: Box): Pick<Box, 'boxes' | 'size'> {
  if (box.boxes.length === 0) return { boxes: [] }
  const widest = Math.max(...box.boxes.map((inner) => sizeOf(inner).width))
  const width = Math.max(widest + 2 * GAP, sizeOf(box).width)
  return { boxes: [], size: { width, height: TITLE_HEIGHT + box.boxes.length * (ROW_HEIGHT + GAP) } }
}

function unfolded(box: PlacedBox, { boxes }: RegionDrawing): PlacedBox {
  const inner = boxes.find(({ id }) => id === box.id)?.boxes ?? []
  return {
    ...box,
    boxes: inner.map((child, row) => ({
      ...child,
      x: box.x + GAP,
      y: box.y + TITLE_HEIGHT + row * (ROW_HEIGHT + GAP),
      width: box.width - 2 * GAP,
      height: ROW_HEIGHT,
      boxes: [],
    })),
  }
}

const dotBefore = (first: PlacedBox, dot: Box): PlacedBox => ({
  ...dot,
  x: 0,
  y: first.y + first.height / 2 - DOT_SIZE / 2,
  width: DOT_SIZE,
  height: DOT_SIZE,
  boxes: [],
})

const straight = (from: PlacedBox, to: PlacedBox): Point[] => [
  { x: from.x + from.width, y: to.y + to.height / 2 },
  { x: to.x, y: to.y + to.height / 2 },
]

function around(from: PlacedBox, to: PlacedBox, x: number): Point[] {
  const side = (box: PlacedBox) => (x < box.x ? box.x : box.x + box.width)
  // It leaves a state below its middle when it goes down, so that what arrives there has the other half.
  const share = (box: PlacedBox, other: PlacedBox) => box.y + box.height * (box.y < other.y ? 0.7 : 0.3)
  const [begin, end] = [share(from, to), share(to, from)]
  return [
    { x: side(from), y: begin },
    { x, y: begin },
    { x, y: end },
    { x: side(to), y: end },
  ]
}
