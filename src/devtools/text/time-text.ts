const SECOND_MS = 1_000
const MINUTE_S = 60
const HOUR_S = 3_600
const DAY_S = 86_400
const LONG_S = 10

const two = (value: number) => String(value).padStart(2, '0')

/** A time of day with milliseconds, such as `14:03:07.250`. */
export function timeOfDay(at: number): string {
  const date = new Date(at)
  const seconds = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')
  return `${seconds}.${String(date.getMilliseconds()).padStart(3, '0')}`
}

/** A time of day without milliseconds, such as `14:03:07`. */
export const clockTime = (at: number): string => timeOfDay(at).slice(0, -4)

/** A time as it stands in a sentence, with its date where that is not today's: a recording may be of any day. */
export function sentenceTime(at: number): string {
  const date = new Date(at)
  if (date.toDateString() === new Date().toDateString()) return clockTime(at)
  return `${clockTime(at)} on ${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** How long something took, such as `12 ms`, `3.2 s` or `4 min 5 s`. */
export function duration(milliseconds: number): string {
  const ms = Math.max(0, milliseconds)
  if (ms < SECOND_MS) return `${Math.round(ms)} ms`
  const seconds = ms / SECOND_MS
  if (seconds < LONG_S) return `${(Math.floor(seconds * 10) / 10).toFixed(1)} s`
  if (seconds < MINUTE_S) return `${Math.floor(seconds)} s`
  if (seconds < HOUR_S) return `${Math.floor(seconds / MINUTE_S)} min ${Math.floor(seconds % MINUTE_S)} s`
  if (seconds < 2 * DAY_S) {
    return `${Math.floor(seconds / HOUR_S)} h ${Math.floor((seconds % HOUR_S) / MINUTE_S)} min`
  }
  return `${Math.floor(seconds / DAY_S)} days`
}

/** How long it still is, in whole seconds, so that it counts down evenly. */
export const remaining = (milliseconds: number): string =>
  milliseconds <= 0
    ? 'now'
    : `in ${duration(Math.ceil(milliseconds / SECOND_MS) * SECOND_MS).replace('.0', '')}`
