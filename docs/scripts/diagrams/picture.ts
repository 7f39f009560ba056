import type { PlacedArrow, PlacedBox, PlacedRegion, Point } from './layout'
import { LINE_HEIGHT } from './measures'
import { drawArrow, drawBox, drawLabel, drawLines, drawOuterWords, rect } from './shapes'
import { escapeXml, widthOf, wrap } from './text'
import { styleSheet } from './theme'

/** The width of a README on GitHub, in pixels. */
const PAGE_WIDTH = 830
const GAP = 8
const INSIDE = 10
const NAME_HEIGHT = 26

/** How wide one region may be, in pixels. */
export const REGION_WIDTH = PAGE_WIDTH - 2 * (GAP + INSIDE)

interface Tile extends Point {
  region: PlacedRegion
  heading: string[]
  width: number
  height: number
}

export interface Wishes {
  id: string
  title: string
  description: string
  regions: PlacedRegion[]
}

/** One SVG: rows of regions, each in a frame with its name and what it is about. */
export function drawPicture({ id, title, description, regions }: Wishes): string {
  const tiles: Tile[] = []
  let y = GAP
  for (const regionsOfRow of breakRows(regions)) {
    const row = placeRow(regionsOfRow, y)
    tiles.push(...row)
    y += (row[0]?.height ?? 0) + GAP
  }
  const width = Math.max(PAGE_WIDTH, ...tiles.map((tile) => tile.x + tile.width + GAP))
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" aria-labelledby="${id}-title ${id}-desc">`,
    `<title id="${id}-title">${escapeXml(title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(description)}</desc>`,
    `<style>${styleSheet}</style>`,
    rect('page', { x: 0, y: 0, width, height: y }, 8),
    ...tiles.map(drawTile),
    '</svg>',
  ].join('\n')}\n`
}

/** As few rows as it takes, and those as evenly filled as can be. The order stays. */
function breakRows(regions: PlacedRegion[]): PlacedRegion[][] {
  const [first, ...others] = regions
  if (!first) return []
  let ways: PlacedRegion[][][] = [[[first]]]
  for (const region of others) {
    ways = ways.flatMap((rows) => {
      const [before, last] = [rows.slice(0, -1), rows.at(-1) ?? []]
      const below = [...rows, [region]]
      return spareOf([...last, region]) < 0 ? [below] : [[...before, [...last, region]], below]
    })
  }
  const emptiest = (rows: PlacedRegion[][]) => Math.max(...rows.map(spareOf))
  return ways.reduce((best, rows) => {
    const better = rows.length - best.length || emptiest(rows) - emptiest(best)
    return better < 0 ? rows : best
  })
}

const needOf = ({ width, title }: PlacedRegion) => Math.max(width, widthOf(title, 15, true)) + 2 * INSIDE
const spareOf = (row: PlacedRegion[]) =>
  row.reduce((spare, region) => spare - needOf(region) - GAP, PAGE_WIDTH - GAP)

function placeRow(row: PlacedRegion[], y: number): Tile[] {
  let x = GAP
  const tiles = row.map((region): Tile => {
    const width = needOf(region) + Math.max(0, Math.floor(spareOf(row) / row.length))
    const heading = wrap(region.description, 12, width - 2 * INSIDE)
    const tile = { region, heading, x, y, width, height: 0 }
    x += width + GAP
    return tile
  })
  const top = Math.max(...tiles.map(({ heading }) => heading.length)) * LINE_HEIGHT + NAME_HEIGHT
  const height = Math.max(...row.map((region) => region.height)) + top + 2 * INSIDE
  return tiles.map((tile) => ({ ...tile, height }))
}

function drawTile({ region, heading, x, y, width, height }: Tile): string {
  const top = y + NAME_HEIGHT + heading.length * LINE_HEIGHT
  const left = x + Math.floor((width - region.width) / 2)
  const below = top + Math.floor((y + height - top - region.height) / 2)
  return [
    rect('region', { x, y, width, height }, 8),
    `<text class="name" x="${x + INSIDE}" y="${y + 21}">${escapeXml(region.title)}</text>`,
    drawLines(heading, { x: x + INSIDE, y: y + NAME_HEIGHT }, 'muted', 'start'),
    `<g transform="translate(${left} ${below})">`,
    ...region.boxes.map(drawBox),
    ...region.arrows.map(drawArrow),
    ...region.boxes.map(drawOuterWords),
    ...region.arrows.map((arrow) => drawLabel(arrow, groundOf(arrow, region.boxes))),
    '</g>',
  ]
    .filter(Boolean)
    .join('\n')
}

/** What lies under the words on an arrow: the region, or a state that holds others. */
function groundOf({ label }: PlacedArrow, boxes: PlacedBox[]): string {
  const isInside = ({ boxes: inner, x, y, width, height }: PlacedBox) =>
    inner.length > 0 && label && label.x > x && label.x < x + width && label.y > y && label.y < y + height
  return boxes.some(isInside) ? 'within' : 'under'
}
