import type { Move } from './move'
import { otherTabMoves } from './other-tab-moves'
import { outsideMoves } from './outside-moves'
import { requestMoves } from './request-moves'
import { happen, pending, type Situation } from './situation'
import type { Timer } from './timers'

/** Time passes until the next thing falls due. */
const wait = (situation: Situation): Move | undefined => {
  // What is away hears nothing until it is back, and another tab would not wait for an answer so long.
  const isWaitedFor = situation.snapshot.matches({ visibility: 'away' }) || situation.otherTab !== 'nothing'
  const next = isWaitedFor ? undefined : pending(situation)[0]
  if (!next) return undefined
  return {
    description: next.name,
    from: () => {
      const at = Math.max(situation.at, next.dueAt)
      let now = { ...situation, at }
      // All that falls due at the same time.
      for (let due: Timer | undefined = next; due && due.dueAt <= at; [due] = pending(now)) {
        now = happen(now, due.events(at))
      }
      return now
    },
    take: ({ browser }, until) => browser.pass(Math.max(until.at - browser.world.now(), 0)),
  }
}

/** All that may happen next. */
export const movesFrom = (situation: Situation): Move[] => {
  const waiting = wait(situation)
  return [...requestMoves, ...outsideMoves, ...otherTabMoves, ...(waiting ? [waiting] : [])]
}
