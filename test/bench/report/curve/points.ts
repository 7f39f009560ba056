import type { Figure } from '../../figures'

/** A value of a figure as a picture shows it. */
export interface Point {
  column: string
  x: number
  y: number
  lowest: number
  highest: number
}

/** One after the other, column by column. What a library does not have is left out. */
export function pointsOf({ columns, rows }: Figure): Point[] {
  return columns.flatMap((column, index) =>
    rows.flatMap(({ case: x, values }) => {
      const value = values[index] ?? null
      if (value === null) return []
      const spread = typeof value === 'number' ? { median: value, lowest: value, highest: value } : value
      const { median: y, lowest, highest } = spread
      return { column, x: Number(x), y, lowest, highest }
    }),
  )
}
