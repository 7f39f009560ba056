import type { Move } from './move'
import { otherTabMoves } from './other-tab-moves'
import { outsideMoves } from './outside-moves'
import { requestMoves } from './request-moves'
import { happen, pending, type Situation } from './situation'

/** Time passes until the next thing falls due. */
const wait = (situation: Situation): Move | undefined => {
  // What is away or stopped hears nothing until it is back.
  const next = pending(situation)[0]
  if (!next || situation.snapshot.matches({ visibility: 'away' })) return undefined
  return {
    description: next.name,
    from: () => {
      const at = Math.max(situation.at, next.dueAt)
      return happen({ ...situation, at }, next.events(at))
    },
    take: ({ browser }, until) => browser.pass(Math.max(until.at - browser.world.now(), 0)),
  }
}

/** All that may happen next. */
export const movesFrom = (situation: Situation): Move[] => {
  const waiting = wait(situation)
  return [...requestMoves, ...outsideMoves, ...otherTabMoves, ...(waiting ? [waiting] : [])]
}
