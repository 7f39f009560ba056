import fc from 'fast-check'
import { test } from 'vitest'
import { run } from './walk'
import { walk } from './walks'

// So many in every test run; `npm run walks` takes more.
const WALKS = 400
// The same ones each time, or a change would fail for what was there before it.
const SEED = 2030

test(`what tabs agree about holds on ${WALKS} random walks`, { timeout: 900_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(walk, async (taken) => {
      const problems = await run(taken)
      if (problems.length > 0) throw new Error(problems.join('\n'))
    }),
    { numRuns: WALKS, seed: SEED },
  )
})
