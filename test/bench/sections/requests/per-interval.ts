export interface Polling {
  start: number
  intervalMs: number
  /** How many intervals are counted. */
  count: number
}

// The tabs begin in the first half of an interval. What they ask has to be over when a window of counting ends.
const WINDOW_ENDS = 0.85
/** So near to such an end, in parts of an interval, nothing may be asked. */
const MARGIN = 0.1

/** Into which part of an interval the beginnings of the tabs are spread. */
export const SPREAD = 0.5

/** When it is known what the last interval cost. */
export const endOf = ({ start, intervalMs, count }: Polling): number =>
  start + (count + WINDOW_ENDS + MARGIN) * intervalMs

/**
 * How many requests an interval costs. Each tab polls once between two ends of windows, whenever it began.
 *
 * @returns `null` when they are not the same each time, or one came close to an end: the machine did not keep up.
 */
export function perInterval(times: number[], { start, intervalMs, count }: Polling): number | null {
  const counts = new Array<number>(count).fill(0)
  for (const time of times) {
    const passed = (time - start) / intervalMs - WINDOW_ENDS
    const nearest = Math.round(passed)
    if (nearest >= 0 && nearest <= count && Math.abs(passed - nearest) < MARGIN) return null
    const window = Math.floor(passed)
    if (window in counts) counts[window] = (counts[window] as number) + 1
  }
  const [first] = counts
  return first !== undefined && counts.every((one) => one === first) ? first : null
}
