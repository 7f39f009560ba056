import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'

/** A fiftieth of what CI takes. */
const WALKS = 200
const SEED = 2030

afterEach(() => vi.doUnmock('../../machines/session.guards'))

/** What goes wrong first when the guards are others. */
async function firstProblem(broken: Record<string, () => boolean>): Promise<string | undefined> {
  vi.resetModules()
  vi.doMock(import('../../machines/session.guards'), async (original) => {
    const module = await original()
    return { ...module, sessionGuards: { ...module.sessionGuards, ...broken } }
  })
  const { run } = await import('./walk')
  const { walk } = await import('./walks')
  let first: string | undefined
  const holds = fc.asyncProperty(walk, async (taken) => {
    first ??= (await run(taken))[0]
    return first === undefined
  })
  await fc.check(holds, { numRuns: WALKS, seed: SEED, endOnFailure: true })
  return first
}

// A rule by which tabs tell what is so from what was so is broken, one at a time.
test.for([
  ['isNewer', true, 'went back from'],
  ['isNewerChange', true, 'went back from'],
  ['isNewerWrite', false, 'goes by write'],
  ['isOutOfDate', false, 'went back from'],
  ['isOutOfDateSignIn', false, 'went back from'],
  ['isOutOfDateSignOut', false, 'went back from'],
  ['isContent', false, 'have polled'],
  ['isAdopted', false, 'have polled'],
  ['backsOff', false, 'has not tried again'],
  ['hasNoDeadline', true, 'shows a session that has ended'],
] as const)(
  `${WALKS} random walks tell when %s is always %s: %s`,
  { timeout: 60_000 },
  async ([name, verdict, problem]) => {
    expect(await firstProblem({ [name]: () => verdict })).toContain(problem)
  },
)

test(`${WALKS} random walks tell of nothing when nothing is broken`, { timeout: 60_000 }, async () => {
  expect(await firstProblem({})).toBeUndefined()
})
