export interface Span {
  start: number
  end: number
}

/** How many had to be waited for: the longest row of requests each of which began when the one before was answered. */
export function inSequence(spans: Span[]): number {
  const done: Array<{ end: number; length: number }> = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const before = done.filter((one) => one.end <= start).map(({ length }) => length)
    done.push({ end, length: 1 + Math.max(0, ...before) })
  }
  return Math.max(0, ...done.map(({ length }) => length))
}
