import { test } from 'vitest'
import { checkWalks } from './check-walks'

// So many in every test run; `npm run walks` takes more.
const WALKS = 150
// The same ones each time, or a change would fail for what was there before it.
const SEED = 2030

test(`what tabs agree about holds on ${WALKS} random walks`, { timeout: 900_000 }, async () => {
  const failure = await checkWalks({ numRuns: WALKS, seed: SEED })
  if (failure) throw new Error(failure)
})
