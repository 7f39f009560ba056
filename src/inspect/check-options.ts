import { SessionOptionError } from 'sessionchart'

const LONGEST = 10_000

/** @throws SessionOptionError for what has no properties: `null`, as from JavaScript. */
export function checkOptions<Options extends object>(options: Options): Options {
  if (typeof options !== 'object' || options === null)
    throw new SessionOptionError('options', options, 'an object')
  return options
}

/** How many are kept: 500 where nothing is said. @throws SessionOptionError for what is no such number. */
export function checkLimit(limit: number | undefined, what: string): number {
  const kept = limit ?? 500
  if (!Number.isInteger(kept) || kept < 1 || kept > LONGEST)
    throw new SessionOptionError('limit', limit, `a whole number of ${what}, from 1 to 10,000`)
  return kept
}
