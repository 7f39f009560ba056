import type { Spread, Unit } from '../figures'

/** How a number is written, and what stands before and behind it. */
interface Writing {
  write: (value: number) => string
  before?: string
  behind?: string
}

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const count = { write: writeCount }
const writings: Record<Unit, Writing> = {
  requests: count,
  renders: count,
  timers: count,
  count,
  bytes: { write: writeBytes },
  ratio: { write: (value) => value.toFixed(2), before: '× ' },
  milliseconds: { write: writeTime, behind: ' ms' },
  microseconds: { write: writeTime, behind: ' µs' },
}

/** A value as readers see it: `1,000`, `29.6 kB`, `× 0.98 (0.91 to 1.04)`, `3.10 ms (2.95 to 3.61)`. */
export function format(value: number | Spread | null, unit: Unit): string {
  if (value === null) return '–'
  const { write, before = '', behind = '' } = writings[unit]
  if (typeof value === 'number') return `${before}${write(value)}${behind}`
  return `${before}${write(value.median)}${behind} (${write(value.lowest)} to ${write(value.highest)})`
}

/** Whole as a rule, but an average may not be. */
function writeCount(value: number): string {
  return Number.isInteger(value) ? grouped.format(value) : value.toFixed(1)
}

function writeBytes(value: number): string {
  if (value === 0) return 'nothing'
  if (value < 0) return `−${writeBytes(-value)}`
  if (value < 1_000) return `${Math.round(value)} B`
  return value < 1_000_000 ? `${(value / 1_000).toFixed(1)} kB` : `${(value / 1_000_000).toFixed(1)} MB`
}

/** Three digits of it. */
function writeTime(value: number): string {
  if (Math.abs(value) >= 100) return grouped.format(value)
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2)
}
