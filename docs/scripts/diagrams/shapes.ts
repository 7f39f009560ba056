import type { PlacedArrow, PlacedBox, Point } from './layout'
import { DOT_SIZE, LINE_HEIGHT, TEXT_SIZE, TITLE_HEIGHT, TITLE_SIZE } from './measures'
import { escapeXml } from './text'

const CORNER = 5

/** A state, and the states in it. Arrows come later: they lie on top. */
export function drawBox(box: PlacedBox): string {
  const { x, y, width, height, kind, title, description, boxes } = box
  if (kind === 'initial') {
    const radius = DOT_SIZE / 2
    return `<circle class="dot" cx="${x + radius}" cy="${y + radius}" r="${radius}"/>`
  }
  const look = kind === 'any' ? 'any' : boxes.length > 0 ? 'outer' : 'box'
  return [
    '<g>',
    description && `<title>${escapeXml(`${title}: ${description}`)}</title>`,
    rect(look, box, 7),
    // A final state has a double line, as in UML.
    kind === 'final' && rect('final', { x: x + 3, y: y + 3, width: width - 6, height: height - 6 }, 5),
    boxes.length === 0 && drawWords(box),
    ...boxes.map(drawBox),
    '</g>',
  ]
    .filter(Boolean)
    .join('\n')
}

/** The words of the states that hold others. They come last, because arrows lead past them. */
export function drawOuterWords(box: PlacedBox): string {
  return box.boxes.length > 0
    ? [drawWords(box), ...box.boxes.map(drawOuterWords)].filter(Boolean).join('\n')
    : ''
}

function drawWords({ x, y, width, title, lines, boxes }: PlacedBox): string {
  const outer = boxes.length > 0
  const [place, anchor] = outer ? [x + 10, 'start'] : [x + width / 2, 'middle']
  const look = outer ? ' haloed' : ''
  const baseline = y + TITLE_HEIGHT / 2 + Math.round(TITLE_SIZE / 3) + 1
  return [
    `<text class="title${look}" x="${place}" y="${baseline}" text-anchor="${anchor}">${escapeXml(title)}</text>`,
    drawLines(lines, { x: place, y: y + TITLE_HEIGHT }, `muted${look}`, anchor),
  ]
    .filter(Boolean)
    .join('\n')
}

/** The line of an arrow and its tip. */
export function drawArrow({ points }: PlacedArrow): string {
  if (points.length === 0) return ''
  return `<path class="edge" d="${pathOf(points)}"/>\n<path class="tip" d="${tipOf(points)}"/>`
}

/** The tip of an arrow through these points, as a path. */
export function tipOf(points: Point[]): string {
  const [end, before] = [points.at(-1), points.at(-2)]
  if (!end || !before) return ''
  const direction = { x: Math.sign(end.x - before.x), y: Math.sign(end.y - before.y) }
  const back = { x: end.x - direction.x * 7, y: end.y - direction.y * 7 }
  const side = { x: direction.y * 3.5, y: direction.x * 3.5 }
  return `M${at(end)}L${at({ x: back.x + side.x, y: back.y + side.y })}L${at({ x: back.x - side.x, y: back.y - side.y })}Z`
}

/** The words on an arrow, on a ground that hides its line. */
export function drawLabel({ label, lines }: PlacedArrow, ground: string): string {
  if (!label) return ''
  return `${rect(ground, label, 3)}\n${drawLines(lines, { x: label.x + label.width / 2, y: label.y + 1 }, 'label')}`
}

/** Lines of text, one under the other, centred at `x`, from `y` on. */
export function drawLines(lines: string[], { x, y }: Point, look: string, anchor = 'middle'): string {
  const baseline = (LINE_HEIGHT + TEXT_SIZE) / 2 - 2
  return lines
    .map(
      (line, index) =>
        `<text class="${look}" x="${x}" y="${y + index * LINE_HEIGHT + baseline}" text-anchor="${anchor}">${escapeXml(line)}</text>`,
    )
    .join('\n')
}

export const rect = (
  look: string,
  { x, y, width, height }: Point & { width: number; height: number },
  radius: number,
) => `<rect class="${look}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`

const at = ({ x, y }: Point) => `${x} ${y}`

/** A line through all points, its corners rounded, as a path. */
export function pathOf(points: Point[]): string {
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]]
      if (!before) return `M${at(point)}`
      if (!after) return `L${at(point)}`
      return `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`
    })
    .join('')
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(CORNER, length / 2) / length
  return { x: round(from.x + (to.x - from.x) * share), y: round(from.y + (to.y - from.y) * share) }
}

const round = (value: number) => Math.round(value * 10) / 10
