import type { Figure } from '../figures'
import { format } from './format'

/** The cells of a figure as they are shown, the first row being the heads of the columns. */
export function tableOf({ over, columns, rows, unit }: Figure): string[][] {
  return [
    [over, ...columns],
    ...rows.map(({ case: what, values }) => [
      typeof what === 'number' ? format(what, 'count') : what,
      ...values.map((value) => format(value, unit)),
    ]),
  ]
}

export function toMarkdown(cells: string[][]): string {
  const [heads = [], ...rows] = cells
  const lines = [heads, ['---', ...heads.slice(1).map(() => '--:')], ...rows]
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
}

/** For the console: columns as wide as what is in them. */
export function toText(cells: string[][]): string {
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((line) => (line[column] ?? '').length)),
  )
  const pad = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)
  return cells.map((line) => `  ${line.map(pad).join('  ')}`).join('\n')
}
