/** Hours and minutes on this device's clock, `14:03`: the same words in every language and on every platform. */
export function clockTime(at: number): string {
  const date = new Date(at)
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':')
}
