import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movesFrom } from '../../../src/testing/paths/moves'
import type { Situation } from '../../../src/testing/paths/situation'
import { openSession, stageOf } from '../../../src/testing/session/open-session'
import { planFor } from '../../../src/testing/session/plan'
import { startsOf } from '../../../src/testing/session/starts'

const WALKS = 60
// The same ones each time.
const SEED = 2032

const walk = fc.record({
  start: fc.nat({ max: 2 }),
  choices: fc.array(fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), {
    minLength: 3,
    maxLength: 10,
  }),
  settings: fc.constantFrom({}, { refetchInterval: 60 }, { refetchInterval: 60, refetchWhenOffline: false }),
})

test(`a real client is where the chart says, on ${WALKS} random walks`, { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(walk, async ({ start, choices, settings }) => {
      const plan = planFor({ lifetime: 'running' }, settings)
      const [begun, seed] = [...startsOf(plan)][start % plan.seeds.length] ?? []
      const session = await openSession(plan, seed)
      let situation = begun as Situation
      const taken: string[] = []
      for (const choice of choices) {
        const possible = movesFrom(situation).flatMap((move) => {
          const next = move.from(situation, plan.who)
          return next ? [{ move, next }] : []
        })
        const { move, next } = possible[Math.floor(choice * possible.length)] as (typeof possible)[number]
        await move.take(stageOf(session), next)
        taken.push(move.description)
        const { value, context } = session.client.actor.getSnapshot()
        expect(value, taken.join(' → ')).toEqual(next.snapshot.value)
        expect(context.cause.type, taken.join(' → ')).toBe(next.snapshot.context.cause.type)
        situation = next
      }
    }),
    { numRuns: WALKS, seed: SEED },
  )
})

// What random walks have come upon only late.
test.for<[walk: string[], last: string]>([
  [['the network is lost', 'the network is back'], 'the request fails'],
  [['another tab begins to sign in', 'the user signs out'], 'the other tab has signed in'],
  [['another tab begins to sign in', 'the app updates the session'], 'the other tab could not sign in'],
])('a real client is where the chart says, after %o and: %s', async ([walk, last]) => {
  const plan = planFor({}, {})
  const [begun, seed] = [...startsOf(plan)][0] ?? []
  const session = await openSession(plan, seed)
  let situation = begun as Situation
  for (const name of [...walk, last]) {
    const move = movesFrom(situation).find(({ description }) => description === name)
    const next = move?.from(situation, plan.who)
    if (!move || !next) throw new Error(`It cannot happen: ${name}`)
    await move.take(stageOf(session), next)
    expect(session.client.actor.getSnapshot().value, name).toEqual(next.snapshot.value)
    situation = next
  }
})

test.for<[first: string, second: string]>([
  ['another tab asks for the session', 'the user signs out'],
  ['another tab asks for the session', 'the app updates the session'],
  ['the network is lost', 'another tab asks for the session'],
])('after "%s" nobody lets "%s" follow', ([first, second]) => {
  const plan = planFor({}, {})
  const [begun] = startsOf(plan).keys()
  const happen = (situation: Situation | null | undefined, name: string) =>
    situation &&
    movesFrom(situation)
      .find(({ description }) => description === name)
      ?.from(situation, plan.who)

  const then = happen(begun, first)
  expect(then).toBeTruthy()
  expect(happen(then, second)).toBeNull()
})
