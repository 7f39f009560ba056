import { dot, gridY, line, type Markish, plot, ruleX, text } from '@observablehq/plot'
import { JSDOM } from 'jsdom'
import type { Figure } from '../../figures'
import { alternativeText } from '../alternative-text'
import { type Point, pointsOf } from './points'
import { MANY, scaleX, scaleY } from './scales'
import { spreadLabels } from './spread-labels'
import { DASHES, lookOf, styleSheet } from './style'

// Not wider than what a telephone shows with letters that can be read.
const SIZE = { width: 480, height: 300, marginTop: 16, marginLeft: 72, marginBottom: 48 }
const LABEL_HEIGHT = 16
const LETTER_WIDTH = 7.8
const LABEL_GAP = 8

/** The picture of a figure with `curve`: an SVG with its own colours, for light and for dark pages. */
export function drawCurve(figure: Figure, id: string): string {
  const { document } = new JSDOM('').window
  const points = pointsOf(figure)
  const longest = Math.max(...figure.columns.map(({ length }) => length))
  const marginRight = LABEL_GAP + longest * LETTER_WIDTH
  const frame = { ...SIZE, marginRight, document, x: scaleX(figure, points), y: scaleY(figure, points) }
  const svg = plot({
    ...frame,
    marks: [
      gridY({ ticks: frame.y.ticks, className: 'grid', strokeOpacity: 0.3 }),
      ...linesOf(figure, points),
      ...labelsOf(figure, points, frame),
    ],
  })
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-labelledby', `${id}-title ${id}-desc`)
  svg.setAttribute('class', 'plot')
  const page = '<rect class="page" width="100%" height="100%"/>'
  svg.innerHTML = `<title id="${id}-title"></title><desc id="${id}-desc"></desc><style></style>${page}${svg.innerHTML.replace(/<style>.*?<\/style>/s, '')}`
  const [title, description, style] = svg.children
  if (title) title.textContent = figure.title
  if (description) description.textContent = alternativeText(figure)
  if (style) style.textContent = styleSheet
  return `${svg.outerHTML}\n`
}

function linesOf({ columns, rows }: Figure, points: Point[]): Markish[] {
  return columns.flatMap((column) => {
    const index = lookOf(column)
    const own = points.filter((point) => point.column === column)
    const uncertain = own.filter(({ lowest, highest }) => lowest < highest)
    const className = `line-${index}`
    const dots = { className, r: 3, fill: 'currentColor', stroke: 'none' }
    return [
      line(own, { x: 'x', y: 'y', className, strokeLinecap: 'butt', ...DASHES[index] }),
      ruleX(uncertain, { x: 'x', y1: 'lowest', y2: 'highest', className }),
      dot(rows.length > MANY ? [] : own, { x: 'x', y: 'y', ...dots }),
    ]
  })
}

/** The name of each line at its end. */
function labelsOf({ columns }: Figure, points: Point[], frame: object): Markish[] {
  const scale = plot({ ...frame, marks: [dot(points, { x: 'x', y: 'y' })] }).scale('y')
  const ends = columns.flatMap((column) => {
    const end = points.filter((point) => point.column === column).at(-1)
    return end ? { ...end, index: lookOf(column), at: scale?.apply(end.y) } : []
  })
  return spreadLabels(ends, LABEL_HEIGHT, SIZE.height - SIZE.marginBottom).map(({ column, index, x, at }) =>
    text([column], {
      x: [x],
      y: [scale?.invert?.(at)],
      className: `label line-${index}`,
      textAnchor: 'start',
      dx: LABEL_GAP,
    }),
  )
}
