import type { SessionSnapshot } from '../fixtures'
import { NUMBERS_PER_EVENT, WalkError, walk } from './walk'

/** How a walk fails, or `null`. */
export function failureOf(start: SessionSnapshot, choices: number[]): WalkError | null {
  try {
    walk(start, choices)
    return null
  } catch (error) {
    if (error instanceof WalkError) return error
    throw error
  }
}

/** A failing walk without the events that it fails without, too. */
export function shrink(start: SessionSnapshot, choices: number[], failure: WalkError): WalkError {
  let shortest = { choices, failure }
  for (let from = choices.length - NUMBERS_PER_EVENT; from >= 0; from -= NUMBERS_PER_EVENT) {
    const shorter = shortest.choices.filter((_, index) => index < from || index >= from + NUMBERS_PER_EVENT)
    const still = failureOf(start, shorter)
    if (still?.problem === failure.problem) shortest = { choices: shorter, failure: still }
  }
  return shortest.failure
}
