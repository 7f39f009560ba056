import { type Colours, DARK, FONTS, LIGHT } from '../../../../docs/scripts/diagrams/theme'

const LIBRARIES = ['sessionchart', 'next-auth v5', 'next-auth v4', 'better-auth']

/** The number of a line's looks. A library looks the same in every picture. */
export function lookOf(column: string): number {
  const library = LIBRARIES.indexOf(column)
  return library === -1 ? LIBRARIES.length : library
}

/** Lines differ in colour, in dashes, and by their names. Where two are the same, one shows between the other's dashes. */
export const DASHES = [
  { strokeWidth: 2.5 },
  { strokeWidth: 2.5, strokeDasharray: '7 7' },
  { strokeWidth: 2.5, strokeDasharray: '7 7', strokeDashoffset: 7 },
  { strokeWidth: 2.5, strokeDasharray: '2 4' },
  { strokeWidth: 2.5, strokeDasharray: '9 3 2 3' },
]

const LINES_ON_LIGHT = [LIGHT.accent, '#bc4c00', '#8250df', '#1a7f37', '#bf3989']
const LINES_ON_DARK = [DARK.accent, '#ffa657', '#d2a8ff', '#7ee787', '#ff9bce']

const paint = ({ page, line, text, muted }: Colours, lines: string[]) => `
.page{fill:${page}}
.plot{color:${text}}
text{fill:${muted}}
.label{stroke:${page}}
.grid{stroke:${line}}
${lines.map((colour, index) => `.line-${index} path,.line-${index} line{stroke:${colour}}.line-${index} circle,.line-${index} text{fill:${colour}}`).join('\n')}`

/** It follows the reader's system; there is no script in an image. */
export const styleSheet = `text{font-family:${FONTS};font-size:13px;white-space:pre}
.label text{stroke-width:4px;stroke-linejoin:round;paint-order:stroke;font-weight:600}${paint(LIGHT, LINES_ON_LIGHT)}
@media (prefers-color-scheme: dark){${paint(DARK, LINES_ON_DARK)}
}`
