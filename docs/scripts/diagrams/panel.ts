import type { DrawnArrow, DrawnRegion, DrawnState } from '../../../src/devtools/chart/drawing'
import { type Chart, regionsOf } from './chart'
import type { PlacedArrow, PlacedBox, PlacedRegion } from './layout'
import { placeNarrow } from './narrow'
import { pathOf, tipOf } from './shapes'

/** src/devtools/chart/chart-drawing.ts: the picture of a chart as data, for the devtools to light its states. */
export async function writePanel(chart: Chart): Promise<string> {
  const regions: DrawnRegion[] = []
  for (const region of regionsOf(chart)) regions.push(regionOf(await placeNarrow(region)))
  return `// Made by \`npm run diagrams\`. Do not edit.
// biome-ignore-all format: nobody reads it, and it is loaded by a page
import type { DrawnRegion } from './drawing'

export type { DrawnRegion }

export const chartDrawing: readonly DrawnRegion[] = [
${regions.map((region) => `  ${literal(region)},`).join('\n')}
]
`
}

function regionOf({ id, title, description, width, height, boxes, arrows }: PlacedRegion): DrawnRegion {
  const dot = boxes.find(({ kind }) => kind === 'initial')
  return {
    id,
    title,
    description,
    width,
    height,
    states: boxes.filter((box) => box !== dot).map(stateOf),
    arrows: arrows.map(arrowOf),
    ...(dot && { start: { x: dot.x + dot.width / 2, y: dot.y + dot.height / 2 } }),
  }
}

const stateOf = ({ id, title, description, x, y, width, height, boxes }: PlacedBox): DrawnState => ({
  id,
  title,
  description,
  x,
  y,
  width,
  height,
  states: boxes.map(stateOf),
})

function arrowOf({ source, target, points, label, lines }: PlacedArrow): DrawnArrow {
  return {
    source,
    target,
    path: pathOf(points),
    tip: tipOf(points),
    ...(label && { label: { x: label.x + label.width / 2, y: label.y + label.height / 2, lines } }),
  }
}

/** A value as TypeScript: its properties without quotation marks, its strings in single ones. */
function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll(/[\\']/g, '\\$&')}'`
  if (Array.isArray(value)) return `[${value.map(literal).join(',')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}:${literal(inner)}`)
    .join(',')}}`
}
