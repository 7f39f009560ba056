/** So many of a hundred users have so many tabs of the app open. */
export interface Share {
  tabs: number
  percent: number
}

export interface Assumptions {
  shares: Share[]
  intervalSeconds: number
  looksPerHour: number
}

const TABS = '1:60, 2:20, 3:10, 5:6, 10:3, 20:1'
const INTERVAL_SECONDS = 60
const LOOKS_PER_HOUR = 12

/**
 * What is assumed of users. Nobody has published how many tabs of one app people have open, so it can be changed:
 * `SCALE_TABS="1:50, 4:50"`, `SCALE_INTERVAL=300`, `SCALE_LOOKS=30`.
 *
 * @throws RangeError for what makes no sense.
 */
export function assumptionsFrom(variables: Record<string, string | undefined>): Assumptions {
  return {
    shares: sharesFrom(variables.SCALE_TABS ?? TABS),
    intervalSeconds: numberFrom('SCALE_INTERVAL', variables.SCALE_INTERVAL, INTERVAL_SECONDS, 1),
    looksPerHour: numberFrom('SCALE_LOOKS', variables.SCALE_LOOKS, LOOKS_PER_HOUR, 0),
  }
}

function sharesFrom(text: string): Share[] {
  const shares = text.split(',').map((pair) => {
    const [tabs = 0, percent = 0] = pair.split(':').map(Number)
    if (!(Number.isInteger(tabs) && tabs >= 1 && percent > 0))
      throw new RangeError(
        `SCALE_TABS: "${pair.trim()}" is not like "3:10", tabs and the percentage of users.`,
      )
    return { tabs, percent }
  })
  const sum = shares.reduce((total, { percent }) => total + percent, 0)
  if (Math.abs(sum - 100) > 1e-6) throw new RangeError(`SCALE_TABS: ${sum} percent of the users are not 100.`)
  return shares
}

function numberFrom(name: string, text: string | undefined, usual: number, least: number): number {
  const value = text === undefined ? usual : Number(text)
  if (!(value >= least && Number.isFinite(value)))
    throw new RangeError(`${name}: ${text} is no number from ${least}.`)
  return value
}

/** The mean over all users of something that depends on their tabs. */
export const meanOf = (shares: Share[], of: (tabs: number) => number): number =>
  shares.reduce((sum, { tabs, percent }) => sum + (of(tabs) * percent) / 100, 0)
