import type { ScaleOptions } from '@observablehq/plot'
import type { Figure } from '../../figures'
import { format } from '../format'
import type { Point } from './points'

const FEW_TICKS = 5
// More cases than that are a line without dots, with ticks at round numbers.
export const MANY = 20
// What a number below the line takes of its width.
const ROOM = 0.12

export function scaleX({ over, curve }: Figure, points: Point[]): ScaleOptions {
  const isLogarithmic = curve?.x === 'logarithmic'
  const cases = [...new Set(points.map(({ x }) => x))].sort((one, other) => one - other)
  return {
    type: isLogarithmic ? 'log' : 'linear',
    domain: [Math.min(...cases), Math.max(...cases)],
    ticks: cases.length > MANY ? FEW_TICKS : apart(cases, isLogarithmic ? Math.log : Number),
    label: `${over} →`,
    tickFormat: (x: number) => format(x, 'count'),
  }
}

/** The cases that have room for a number, the last one first. */
function apart(cases: number[], place: (x: number) => number): number[] {
  const places = cases.map(place)
  const least = (Math.max(...places) - Math.min(...places)) * ROOM
  const kept: number[] = []
  for (const x of [...cases].reverse()) {
    const next = kept[0]
    if (next === undefined || place(next) - place(x) >= least) kept.unshift(x)
  }
  return kept
}

/** A linear one begins at nothing. A logarithmic one has a tick for each power of ten, and room for nothing, too. */
export function scaleY({ unit, curve }: Figure, points: Point[]): ScaleOptions {
  // What it shows is said above the picture.
  const shared = { label: null, tickFormat: (y: number) => (y === 0 ? '0' : format(y, unit)) }
  const all = points.flatMap(({ lowest, highest }) => [lowest, highest])
  if (curve?.y !== 'logarithmic')
    return { ...shared, type: 'linear', domain: [Math.min(0, ...all), Math.max(...all)], ticks: FEW_TICKS }

  const above = all.filter((number) => number > 0)
  const [from, to] = [Math.floor(Math.log10(Math.min(...above))), Math.ceil(Math.log10(Math.max(...above)))]
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index))
  const domain = [10 ** from, 10 ** to]
  if (above.length === all.length) return { ...shared, type: 'log', domain, ticks }
  return { ...shared, type: 'symlog', constant: 10 ** from, domain: [0, 10 ** to], ticks: [0, ...ticks] }
}
