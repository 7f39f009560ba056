import type { DrawnRegion } from './drawing'
import { pathsIn, type StateValue } from './state-paths'

type Arrow = DrawnRegion['arrows'][number]

/** The states in between take no time, and there are few of them. */
const MOST_ARROWS = 4

/**
 * The arrows that lead a region from where it was to where it is. A state that is left at once, such as `choosing`,
 * is in no recording: the shortest way is taken. None when the chart does not have a way.
 */
export function transitionPath(region: DrawnRegion, before: StateValue, after: StateValue): Arrow[] {
  const name = region.id.replace(/^session\./, '')
  const [from, to] = [before, after].map((value) => [region.id, ...(pathsIn(value)[name] ?? [])].join('.'))
  if (from === undefined || to === undefined || from === to) return []
  let ways: Arrow[][] = [[]]
  for (let length = 1; length <= MOST_ARROWS; length++) {
    ways = ways.flatMap((way) => {
      const here = way.at(-1)?.target ?? from
      return region.arrows
        .filter(({ source, target }) => contains(source, here) && !way.some((seen) => seen.target === target))
        .map((arrow) => [...way, arrow])
    })
    const found = ways.find((way) => contains(way.at(-1)?.target ?? '', to))
    if (found) return found
  }
  return []
}

/** It is the state, or one around it. */
const contains = (outer: string, inner: string) => inner === outer || inner.startsWith(`${outer}.`)
