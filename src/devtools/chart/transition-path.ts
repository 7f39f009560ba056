import { pathsIn, type StateValue } from '../states/state-paths'
import type { DrawnRegion } from './drawing'

type Arrow = DrawnRegion['arrows'][number]

// Of a way through such states.
const MOST_ARROWS = 4
// Those that look around and are left at once.
const FLEETING = /\.(starting|choosing)$/

/**
 * The arrows that lead a region from where it was to where it is. A state that is left at once, such as `choosing`,
 * is in no recording: the shortest way through such states is taken. None when no way is drawn.
 */
export function transitionPath(region: DrawnRegion, before: StateValue, after: StateValue): Arrow[] {
  const name = region.id.replace(/^session\./, '')
  const [from, to] = [before, after].map((value) => [region.id, ...(pathsIn(value)[name] ?? [])].join('.'))
  if (from === undefined || to === undefined || from === to) return []
  let ways: Arrow[][] = [[]]
  for (let length = 1; length <= MOST_ARROWS; length++) {
    ways = ways.flatMap((way) => {
      const here = way.at(-1)?.target ?? from
      if (way.length > 0 && !FLEETING.test(here)) return []
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
