import { SessionOptionError } from 'sessionchart'
import { redact } from 'sessionchart/inspect'
import { expect, test } from 'vitest'
import type { InspectionEvent } from 'xstate'
import { canariesIn, liveThrough, TOLD } from './canaries'

/** What an event says, without the actors and machines that hang on it. */
function said(event: InspectionEvent): unknown {
  const { event: sent, snapshot, action } = event as Partial<Record<'event' | 'snapshot' | 'action', object>>
  const { context, output, error, input } = Object(snapshot)
  return { sent, context, output, error, input, type: Object(action).type }
}

test('the canaries are where they are looked for', async () => {
  const found = new Set<string>()

  await liveThrough((event) => {
    for (const canary of canariesIn(said(event))) found.add(canary)
  })

  expect(TOLD.filter((canary) => !found.has(canary))).toEqual([])
})

test('an observer hears of everything and reaches no canary, neither at once nor later', async () => {
  const events: InspectionEvent[] = []
  const atOnce = new Set<string>()

  await liveThrough(
    redact((event) => {
      events.push(event)
      for (const canary of canariesIn(event)) atOnce.add(canary)
    }),
  )

  expect([...atOnce]).toEqual([])
  expect(canariesIn(events)).toEqual([])
  const kinds = new Set(events.map(({ type }) => type.replace('@xstate.', '')))
  expect([...kinds].sort()).toEqual(['action', 'actor', 'event', 'microstep', 'snapshot'])
})

test.each([[null], [undefined], [5], [{}]])('refuses an observer that is none: %j', (observer) => {
  expect(() => redact(observer as never)).toThrow(SessionOptionError)
})
