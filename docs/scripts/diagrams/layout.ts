import ELK, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js'
import type { Arrow, Box, RegionDrawing } from './drawing'
import { labelSize, sizeOf, TITLE_HEIGHT } from './measures'

export interface Point {
  x: number
  y: number
}

export interface PlacedBox extends Box, Point {
  width: number
  height: number
  boxes: PlacedBox[]
}

export interface PlacedArrow extends Arrow {
  points: Point[]
  label: (Point & { width: number; height: number }) | null
}

export interface PlacedRegion extends Omit<RegionDrawing, 'boxes' | 'arrows'> {
  width: number
  height: number
  boxes: PlacedBox[]
  arrows: PlacedArrow[]
}

type Options = Record<string, string>

const BASE: Options = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.spacing.nodeNode': '14',
  'elk.spacing.edgeNode': '10',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeLabel': '2',
  'elk.layered.spacing.nodeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeNodeBetweenLayers': '12',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
}
// What is tried, because nobody can say beforehand what suits a chart.
const TRIES: Options[] = ['DOWN', 'RIGHT'].flatMap((direction) =>
  ['NETWORK_SIMPLEX', 'BRANDES_KOEPF'].flatMap((placement) =>
    ['NODES_AND_EDGES', 'NONE'].flatMap((order) =>
      ['GREEDY', 'MODEL_ORDER'].map((cycles) => ({
        'elk.direction': direction,
        'elk.layered.nodePlacement.strategy': placement,
        'elk.layered.considerModelOrder.strategy': order,
        'elk.layered.cycleBreaking.strategy': cycles,
      })),
    ),
  ),
)

/** In pixels of height, what it costs when the first arrow goes around corners. */
const BENT = 300

const elk = new ELK()

/** Places a region's boxes and arrows: the best drawing within the first of the widths that one fits. */
export async function layOut(drawing: RegionDrawing, widths: number[]): Promise<PlacedRegion> {
  const placed: PlacedRegion[] = []
  for (const options of TRIES) {
    const graph = await elk.layout(graphOf(drawing, { ...BASE, ...options })).catch(() => null)
    if (graph) placed.push(place(drawing, graph))
  }
  const enough = widths.find((limit) => placed.some(({ width }) => width <= limit))
  const best = enough
    ? lowest(
        placed.filter(({ width }) => width <= enough),
        cost,
      )
    : lowest(placed, ({ width }) => width)
  if (!best) throw new Error(`No layout was found for ${drawing.title}.`)
  return best
}

/** A low picture, with short arrows, that begins at its top left, where it catches the eye. */
function cost({ height, boxes, arrows }: PlacedRegion): number {
  const first = arrows.find(({ source }) => boxes.some(({ id, kind }) => kind === 'initial' && id === source))
  const start = boxes.find(({ id }) => id === first?.target)
  const length = arrows.reduce((sum, { points }) => sum + lengthOf(points), 0)
  return height + length / 20 + (start ? Math.min(start.x, start.y) * 1.5 : 0) + (isBent(first) ? BENT : 0)
}

const isBent = (arrow: PlacedArrow | undefined) => (arrow?.points.length ?? 0) > 2

const lengthOf = (points: Point[]) =>
  points.reduce((sum, { x, y }, index) => {
    const before = points[index - 1] ?? { x, y }
    return sum + Math.abs(x - before.x) + Math.abs(y - before.y)
  }, 0)

const lowest = (regions: PlacedRegion[], by: (region: PlacedRegion) => number) =>
  regions.reduce<PlacedRegion | undefined>(
    (best, region) => (best && by(best) <= by(region) ? best : region),
    undefined,
  )

function graphOf(drawing: RegionDrawing, options: Options): ElkNode {
  return {
    id: drawing.id,
    layoutOptions: {
      ...options,
      'elk.partitioning.activate': String(drawing.boxes.some(({ column }) => column !== undefined)),
    },
    children: drawing.boxes.map((box) => nodeOf(box, options)),
    edges: drawing.arrows.map(({ source, target, lines }, index) => ({
      id: `${drawing.id}#${index}`,
      sources: [source],
      targets: [target],
      labels:
        lines.length > 0
          ? [
              {
                text: lines.join('\n'),
                ...labelSize(lines),
                layoutOptions: { 'elk.edgeLabels.inline': 'true' },
              },
            ]
          : [],
    })),
  }
}

function nodeOf(box: Box, options: Options): ElkNode {
  const { width, height } = sizeOf(box)
  if (box.boxes.length === 0) return { id: box.id, width, height, layoutOptions: columnOf(box) }
  const top = height + 10
  return {
    id: box.id,
    layoutOptions: {
      'elk.padding': `[top=${Math.max(top, TITLE_HEIGHT)},left=12,bottom=12,right=12]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      // ELK turns a drawing that goes down on its side, and forgets to turn this.
      'elk.nodeSize.minimum': options['elk.direction'] === 'DOWN' ? `(20,${width})` : `(${width},20)`,
    },
    children: box.boxes.map((inner) => nodeOf(inner, options)),
  }
}

const columnOf = ({ column }: Box): Options =>
  column === undefined ? {} : { 'elk.partitioning.partition': String(column) }

function place(drawing: RegionDrawing, graph: ElkNode): PlacedRegion {
  const placeBox = (box: Box, node: ElkNode): PlacedBox => ({
    ...box,
    ...frameOf(node),
    boxes: box.boxes.map((inner) => placeBox(inner, find(node.children, inner.id))),
  })
  return {
    ...drawing,
    width: round(graph.width),
    height: round(graph.height),
    boxes: drawing.boxes.map((box) => placeBox(box, find(graph.children, box.id))),
    arrows: drawing.arrows.map((arrow, index) =>
      placeArrow(arrow, find(graph.edges, `${drawing.id}#${index}`)),
    ),
  }
}

function placeArrow(arrow: Arrow, edge: ElkExtendedEdge): PlacedArrow {
  const [section] = edge.sections ?? []
  const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : []
  const [label] = edge.labels ?? []
  return {
    ...arrow,
    points: points.map(({ x, y }) => ({ x: round(x), y: round(y) })),
    label: label ? frameOf(label) : null,
  }
}

const round = (value: number | undefined) => Math.round(value ?? 0)
const frameOf = ({ x, y, width, height }: { x?: number; y?: number; width?: number; height?: number }) => ({
  x: round(x),
  y: round(y),
  width: round(width),
  height: round(height),
})

function find<Thing extends { id: string }>(things: Thing[] | undefined, id: string): Thing {
  const thing = things?.find((candidate) => candidate.id === id)
  if (!thing) throw new Error(`The layout has lost ${id}.`)
  return thing
}
