/**
 * Hours and minutes on this device's clock, `14:03`, and the date where it is not today's: `14:03 on 2030-01-31`. The
 * same words in every language and on every platform.
 */
export function clockTime(at: number): string {
  const time = new Date(at)
  const clock = [time.getHours(), time.getMinutes()].map(twoDigits).join(':')
  return time.toDateString() === new Date().toDateString() ? clock : `${clock} on ${dateOf(time)}`
}

const dateOf = (time: Date) =>
  [time.getFullYear(), twoDigits(time.getMonth() + 1), twoDigits(time.getDate())].join('-')
const twoDigits = (part: number) => String(part).padStart(2, '0')
