import fc from 'fast-check'
import { createTestSession, type SessionRegions } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { movesFrom } from '../../../src/testing/paths/moves'
import type { Situation } from '../../../src/testing/paths/situation'
import { planFor } from '../../../src/testing/session/plan'
import { startsOf } from '../../../src/testing/session/starts'

const PLACES = 40
// The same ones each time.
const SEED = 2033

const choice = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const walk = fc.record({
  start: fc.nat({ max: 2 }),
  choices: fc.array(choice, { minLength: 1, maxLength: 4 }),
})

/** Where a session is after some random moves. */
function wander(situation: Situation, choices: number[], who: Parameters<typeof planFor>[1]['session']) {
  let at = situation
  for (const picked of choices) {
    const possible = movesFrom(at).flatMap((move) => move.from(at, who as never) ?? [])
    at = possible[Math.floor(picked * possible.length)] ?? at
  }
  return at
}

test(`a session is in all regions that were asked for, at ${PLACES} random places`, {
  timeout: 300_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(walk, async ({ start, choices }) => {
      const plan = planFor({ lifetime: 'running' }, {})
      const starts = [...startsOf(plan).keys()]
      const { snapshot } = wander(starts[start % starts.length] as Situation, choices, plan.who)
      const at = snapshot.value as SessionRegions

      const session = await createTestSession({ at })

      expect(session.client.actor.getSnapshot().value).toEqual(at)
    }),
    { numRuns: PLACES, seed: SEED },
  )
})
