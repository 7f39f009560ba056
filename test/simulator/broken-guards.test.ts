import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'

/** A hundredth of what CI takes. */
const WALKS = 100
const SEED = 2030

afterEach(() => vi.doUnmock('../../machines/session.guards'))

// A rule by which tabs tell what is so from what was so is broken, one at a time.
test.for([
  ['isNewer', true],
  ['isNewerChange', true],
  ['isOutOfDate', false],
  ['isOutOfDateSignIn', false],
  ['isOutOfDateSignOut', false],
  ['isContent', false],
  ['isAdopted', false],
] as const)(
  `${WALKS} random walks tell when %s is always %s`,
  { timeout: 60_000 },
  async ([name, verdict]) => {
    vi.resetModules()
    vi.doMock(import('../../machines/session.guards'), async (original) => {
      const module = await original()
      return { ...module, sessionGuards: { ...module.sessionGuards, [name]: () => verdict } }
    })
    const { run } = await import('./walk')
    const { walk } = await import('./walks')
    const holds = fc.asyncProperty(walk, async (taken) => (await run(taken)).length === 0)

    const { failed } = await fc.check(holds, { numRuns: WALKS, seed: SEED, endOnFailure: true })
    expect(failed).toBe(true)
  },
)
