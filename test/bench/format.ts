import type { Spread, Unit } from './figures'

const GROUPED = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** How a table and a quote say a number. */
const formats: Record<Unit, (value: number) => string> = {
  requests: formatCount,
  renders: formatCount,
  timers: formatCount,
  count: formatCount,
  bytes: formatBytes,
  ratio: (value) => value.toFixed(2),
  milliseconds: formatTime,
  microseconds: formatTime,
}

/** What stands behind the numbers of a column, where it is not clear. */
const signs: Partial<Record<Unit, string>> = { milliseconds: ' ms', microseconds: ' µs' }

/** A value as a reader sees it: `1,000`, `29.6 kB`, `0.98 (0.91 to 1.04)`, `3.1 ms (2.9 to 3.6)`. */
export function format(value: number | Spread | null, unit: Unit): string {
  if (value === null) return '–'
  const say = formats[unit]
  const sign = signs[unit] ?? ''
  if (typeof value === 'number') return say(value) + sign
  return `${say(value.median)}${sign} (${say(value.lowest)} to ${say(value.highest)})`
}

/** Mostly whole, but not so where it is an average. */
function formatCount(value: number): string {
  return Number.isInteger(value) ? GROUPED.format(value) : value.toFixed(1)
}

function formatBytes(value: number): string {
  if (value === 0) return 'nothing'
  const isNegative = value < 0
  const size = Math.abs(value)
  const text = size < 1_000 ? `${size} B` : formatLarge(size)
  return isNegative ? `−${text}` : text
}

const formatLarge = (size: number) =>
  size < 1_000_000 ? `${(size / 1_000).toFixed(1)} kB` : `${(size / 1_000_000).toFixed(1)} MB`

/** With three digits that count. */
function formatTime(value: number): string {
  if (Math.abs(value) >= 100) return GROUPED.format(value)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
