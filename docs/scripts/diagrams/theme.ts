// GitHub's own fonts and colours, so that the pictures look at home in a README.
export const FONTS =
  "-apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Helvetica, Arial, sans-serif"

export interface Colours {
  page: string
  region: string
  box: string
  inner: string
  line: string
  edge: string
  text: string
  muted: string
  accent: string
}

export const LIGHT: Colours = {
  page: '#ffffff',
  region: '#f6f8fa',
  box: '#ffffff',
  inner: '#eef4fb',
  line: '#8c959f',
  edge: '#57606a',
  text: '#1f2328',
  muted: '#4c545c',
  accent: '#0550ae',
}
export const DARK: Colours = {
  page: '#0d1117',
  region: '#161b22',
  box: '#21262d',
  inner: '#1b2838',
  line: '#6e7681',
  edge: '#9198a1',
  text: '#f0f6fc',
  muted: '#b7bec6',
  accent: '#79c0ff',
}

const paint = ({ page, region, box, inner, line, edge, text, muted, accent }: Colours) => `
.page{fill:${page}}
.region{fill:${region};stroke:${line};stroke-opacity:.45}
.box{fill:${box};stroke:${line}}
.outer{fill:${inner};stroke:${line}}
.final{fill:none;stroke:${line}}
.any{fill:none;stroke:${line};stroke-dasharray:4 3}
.edge{fill:none;stroke:${edge};stroke-width:1.25}
.tip,.dot{fill:${edge}}
.under{fill:${region}}
.within{fill:${inner}}
.haloed{stroke:${inner}}
text{fill:${text}}
.muted{fill:${muted}}
.label,.name{fill:${accent}}`

/** The style sheet of a picture. It follows the reader's system; there is no script in an image. */
export const styleSheet = `text{font-family:${FONTS};font-size:12px}
.title{font-size:13px;font-weight:600}
.name{font-size:15px;font-weight:600}
.haloed{stroke-width:5px;stroke-linejoin:round;paint-order:stroke}${paint(LIGHT)}
@media (prefers-color-scheme: dark){${paint(DARK)}
}`
