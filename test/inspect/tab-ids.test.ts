import fc from 'fast-check'
import { createSessionClient } from 'sessionchart'
import { createRedactor } from 'sessionchart/inspect'
import { expect, test } from 'vitest'

const anyRandom = fc.oneof(
  fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  fc.constantFrom(0, 0.5, 0.75, 1 / 36),
)

// Two answers of one moment are ordered by who asked, in a recording as in the tabs themselves.
test('every id that a client gives itself is in a recording as it is', () => {
  fc.assert(
    fc.property(anyRandom, (random) => {
      const { actor } = createSessionClient({ environment: { random: () => random } })
      const { context } = actor.getSnapshot()
      expect(createRedactor().context(context).tabId).toBe(context.tabId)
    }),
  )
})
