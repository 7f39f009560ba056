import fc from 'fast-check'
import { createRecorder, type Recorder, replay } from 'sessionchart/inspect'
import type { SessionContext } from 'sessionchart/machines'
import { expect, test, vi } from 'vitest'
import type { createRedactor, Redactor } from '../../src/inspect/redaction/redactor'
import { run } from '../simulator/walk'
import { walk } from '../simulator/walks'

const WALKS = 40
// The same ones each time.
const SEED = 2031
// The first keeps all of a walk, the second little more than its end.
const LIMITS = [10_000, 1]

/** A tab of a walk, what was recorded of it, and where it stood in the end. */
interface Recorded {
  recorder: Recorder
  /** The one of the recorder, so that the same session has the same name. */
  redactor: Redactor
  context(): SessionContext
}

const recorded: Recorded[] = []
const redactors: Redactor[] = []

vi.mock(import('../../src/inspect/redaction/redactor'), async (original) => {
  const module = await original()
  return {
    ...module,
    createRedactor(...options: Parameters<typeof createRedactor>) {
      const redactor = module.createRedactor(...options)
      redactors.push(redactor)
      return redactor
    },
  }
})

vi.mock(import('../simulator/tabs'), async (original) => {
  const module = await original()
  return {
    ...module,
    openPollingTab(...given: Parameters<typeof module.openPollingTab>) {
      const tab = module.openPollingTab(...given)
      const recorder = createRecorder({
        limit: LIMITS[recorded.length % LIMITS.length],
        environment: { now: given[0].now },
      })
      recorder.attach(tab.client)
      let context: SessionContext | undefined
      tab.client.watch(() => {
        if (tab.client.isRunning()) context = tab.client.actor.getSnapshot().context
      })
      recorded.push({
        recorder,
        redactor: redactors.at(-1) as Redactor,
        context: () => context as SessionContext,
      })
      return tab
    },
  }
})

test(`recordings of ${WALKS} random walks replay to the same states`, { timeout: 900_000 }, async () => {
  let steps = 0
  await fc.assert(
    fc.asyncProperty(walk, async (taken) => {
      recorded.length = 0
      await run(taken)
      for (const { recorder, redactor, context } of recorded) {
        const recording = recorder.recording()
        const { differences, parts } = replay(recording)
        expect(differences).toEqual([])
        const reached = parts.at(-1)?.snapshots.at(-1)?.context
        expect(plain(reached)).toEqual(plain(redactor.context(context())))
        steps += recording.parts.reduce((sum, part) => sum + part.steps.length, 0)
      }
    }),
    { numRuns: WALKS, seed: SEED },
  )
  expect(steps).toBeGreaterThan(20 * WALKS)
})

/** Without what is said of failures: the chart makes some of it itself, where the redactor cannot see it. */
const plain = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, said) => (key === 'message' ? undefined : said)))
