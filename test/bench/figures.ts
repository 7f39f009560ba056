/** What runs of `npm run bench` have written down, as it stands in docs/benchmarks.json. */
export interface Measurements {
  sections: MeasuredSection[]
}

/** A run of some sections leaves the others as they were, so that each says when it was measured, and with what. */
export interface MeasuredSection extends Section {
  /** Such as `2026-11-29`. */
  measuredOn: string
  /** `Node`, `Chromium`, `processors`, and the version of each library. */
  environment: Record<string, string>
}

/** What is measured together, by `npm run bench -- <id>`. */
export interface Section {
  id: string
  title: string
  /** How it was measured, in Markdown. */
  how: string
  figures: Figure[]
}

export type Unit =
  | 'requests'
  | 'renders'
  | 'timers'
  | 'bytes'
  | 'ratio'
  | 'milliseconds'
  | 'microseconds'
  | 'count'

/** One table: a row for each case, a column for each library or variant. */
export interface Figure {
  id: string
  title: string
  unit: Unit
  /** What the rows tell apart, such as `tabs`. */
  over: string
  columns: string[]
  rows: Row[]
  /** What a reader should know to judge it, in Markdown. */
  note?: string
  /** A curve says more than the table: `over` is a number. */
  curve?: { x: 'linear' | 'logarithmic'; y: 'linear' | 'logarithmic' }
}

export interface Row {
  case: string | number
  /** In the order of the columns. `null` where a library has no such thing. */
  values: Array<number | Spread | null>
}

/** What repeated measurements have given. Times and ratios of times are never said without it. */
export interface Spread {
  median: number
  lowest: number
  highest: number
}

const sorted = (numbers: number[]): number[] => [...numbers].sort((a, b) => a - b)

export const quantile = (numbers: number[], part: number): number =>
  sorted(numbers)[Math.round((numbers.length - 1) * part)] ?? Number.NaN

export const median = (numbers: number[]): number => quantile(numbers, 0.5)

export const spreadOf = (numbers: number[]): Spread => ({
  median: median(numbers),
  lowest: Math.min(...numbers),
  highest: Math.max(...numbers),
})
