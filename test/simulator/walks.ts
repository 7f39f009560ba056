import fc from 'fast-check'
import { type Walk, whats } from './walk'

// Of the messages between tabs.
const loss = fc.constantFrom(0, 0.03)

const abilities = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      locks: fc.constant(true),
      channels: fc.constant(true),
      storage: fc.constant(true),
      loss,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      locks: fc.boolean(),
      channels: fc.boolean(),
      storage: fc.boolean(),
      loss,
    }),
  },
)
const step = fc.record({
  what: fc.constantFrom(...whats),
  tab: fc.nat({ max: 5 }),
  waitMs: fc.oneof(
    { weight: 6, arbitrary: fc.nat({ max: 80 }) },
    { weight: 2, arbitrary: fc.nat({ max: 3_000 }) },
    { weight: 1, arbitrary: fc.nat({ max: 70_000 }) },
    // To about the end of a session.
    { weight: 1, arbitrary: fc.integer({ min: 38_000, max: 41_000 }) },
  ),
})
/** Any walk there may be. */
export const walk: fc.Arbitrary<Walk> = fc.record({
  seed: fc.integer(),
  tabs: fc.integer({ min: 2, max: 4 }),
  abilities,
  lifetime: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.record({ lifeMs: fc.constantFrom(100_000, 40_000), isFixed: fc.boolean() }),
    },
  ),
  isQuiet: fc.boolean(),
  steps: fc.array(step, { minLength: 3, maxLength: 25 }),
})
