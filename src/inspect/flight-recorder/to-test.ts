import { SessionOptionError } from 'sessionchart'
import type { StateValue } from 'xstate'
import type { RecordedPart, Recording } from '../recording'
import { checkRecording } from './check-recording'
import { inline, literal } from './literal'

/** The options of `toTest`. */
export interface ToTestOptions {
  /** The name of the test. Default: when the part begins. */
  name?: string | undefined
  /** Which part of the recording. Default: the last one. */
  part?: number | undefined
}

/**
 * Writes a test that takes the session chart through a recording: the source of a file for vitest, TypeScript or
 * JavaScript. It passes as long as the chart does what it did. To make it say what should have happened, edit its
 * last line of steps.
 *
 * @throws SessionOptionError naming what is wrong, when it is no recording, or one without that part.
 *
 * @example
 * ```ts
 * writeFileSync('test/signed-out-at-noon.test.ts', toTest(recording, { name: 'keeps the session at noon' }))
 * ```
 */
export function toTest(recording: Recording, options: ToTestOptions = {}): string {
  const { parts } = checkRecording(recording)
  const part = partOf(parts, options.part ?? parts.length - 1)
  const name = options.name ?? `takes the steps recorded from ${part.at} on`
  if (typeof name !== 'string') throw new SessionOptionError('name', name, 'a string')
  return `import { sessionMachine } from 'sessionchart/machines'
import { expect, test } from 'vitest'
import { transition } from 'xstate'

test(${inline(name)}, () => {
  const start = ${literal({ value: part.value, context: part.context }, '  ')}
  // Each event, what it changes, and the cause of the status where that is a new one.
  const steps = [
${linesOf(part).join('\n')}
  ]

  let snapshot = sessionMachine.resolveState(Object(start))
  let expected = Object(start.value)
  let cause = Object(start.context).cause.type
  for (const [index, [event, changes, news]] of Object(steps).entries()) {
    const [next] = transition(sessionMachine, snapshot, event)
    snapshot = next
    expected = { ...expected, ...changes }
    cause = news ?? cause
    expect(snapshot.value, \`step \${index + 1}, \${event.type}\`).toEqual(expected)
    expect(snapshot.context.cause.type, \`step \${index + 1}, \${event.type}\`).toBe(cause)
  }
})
`
}

function partOf(parts: RecordedPart[], place: number): RecordedPart {
  const part = Number.isInteger(place) ? parts[place] : undefined
  if (!part) throw new SessionOptionError('part', place, `the place of one of its ${parts.length} parts`)
  return part
}

function linesOf({ value, steps }: RecordedPart): string[] {
  let before = value
  return steps.map((step) => {
    const changes = changesBetween(before, step.value)
    before = step.value
    const news = step.cause ? `, ${inline(step.cause.type)}` : ''
    const why = step.why ? `    // ${oneLine(step.why)}\n` : ''
    return `${why}    [${inline(step.event)}, ${inline(changes)}${news}],`
  })
}

/** A recording may have come from anywhere: what follows a line break would be code. */
const oneLine = (text: string) => text.replace(/[\n\r\u2028\u2029]+/g, ' ')

/** The regions that are in another state. */
function changesBetween(before: StateValue, after: StateValue): Record<string, unknown> {
  const regions = Object.entries(after).filter(
    ([region, state]) => JSON.stringify(Object(before)[region]) !== JSON.stringify(state),
  )
  return Object.fromEntries(regions)
}
