import type { Figure, Measurements, Row } from '../figures'

/** Finds a figure by its path, such as `bytes/first-render`. Throws when there is none. */
export function findFigure({ sections }: Measurements, path: string): Figure {
  const all = sections.flatMap(({ id, figures }) =>
    figures.map((figure) => [`${id}/${figure.id}`, figure] as const),
  )
  const found = new Map<string, Figure>(all).get(path)
  if (found) return found
  throw new Error(
    `docs/benchmarks.json has no figure "${path}". It has ${all.map(([name]) => name).join(', ')}.`,
  )
}

export function findRow(figure: Figure, wanted: string | number): Row {
  const found = figure.rows.find((row) => String(row.case) === String(wanted))
  if (found) return found
  throw new Error(
    `"${figure.title}" has no case "${wanted}", but ${figure.rows.map((row) => row.case).join(', ')}.`,
  )
}

export function findValue(figure: Figure, wanted: string | number, column: string): Row['values'][number] {
  const value = findRow(figure, wanted).values[figure.columns.indexOf(column)]
  if (value !== undefined) return value
  throw new Error(`"${figure.title}" has no column "${column}", but ${figure.columns.join(', ')}.`)
}
