import { SessionOptionError } from 'sessionchart'

/** So many milliseconds, or a number with its unit: `'250ms'`, `'30s'`, `'5m'`, `'8h'`, `'30d'`. */
export type Duration = number | `${number}${keyof typeof UNITS}`

const UNITS = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** @throws SessionOptionError for what is no time, or a negative one. */
export function millisecondsOf(duration: Duration, option: string): number {
  const [, number, unit] = String(duration).match(/^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/) ?? []
  const isRight = typeof duration === 'number' ? duration >= 0 && Number.isFinite(duration) : unit
  if (!isRight) throw new SessionOptionError(option, duration, "milliseconds, or '30s', '5m', '8h', '30d'")
  return typeof duration === 'number' ? duration : Number(number) * UNITS[unit as keyof typeof UNITS]
}
