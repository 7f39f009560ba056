import { createRecorder, type Recording } from 'sessionchart/inspect'
import { expect, test } from 'vitest'
import { filterRows, lastPosition, logRows } from '../../src/devtools/log/log-rows'
import { placesIn } from '../../src/devtools/states/state-paths'
import { eventText } from '../../src/devtools/text/event-text'
import { ann } from '../client/sessions'
import { createTestClient } from '../client/test-client'

/** Two lives of a client: it reads in the first, and is told of the network in both. */
async function record(): Promise<Recording> {
  const { client } = createTestClient({ session: ann() })
  const recorder = createRecorder()
  recorder.attach(client)
  client.start()
  await client.refetch()
  client.actor.send({ type: 'network.lost', at: Date.now() })
  client.stop()
  client.start()
  client.actor.send({ type: 'network.lost', at: Date.now() })
  // Which changes nothing.
  client.actor.send({ type: 'network.lost', at: Date.now() })
  return recorder.recording()
}

/** Positions count the beginning of each part. */
test('gives every event its position among the moments of the recording', async () => {
  const recording = await record()
  const rows = logRows(recording)
  const [first, second] = recording.parts.map(({ steps }) => steps.length) as [number, number]

  expect(rows.map(({ position }) => position)).toEqual([
    ...Array.from({ length: first }, (_, index) => index + 1),
    ...Array.from({ length: second }, (_, index) => first + 2 + index),
  ])
  expect(lastPosition(recording)).toBe(first + 1 + second)
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
})

/** The log is made anew with each event. */
test('reads a step once', async () => {
  const [step] = logRows(await record()).map((row) => row.step)
  const places = placesIn(step?.value ?? '')

  expect(places).toMatchObject({ status: 'authenticated' })
  expect(placesIn(step?.value ?? '')).toBe(places)
})

test('says what has moved, and how long it had been there', () => {
  const at = 1_000_000
  const value = { status: 'loading', request: { reading: 'asking' }, network: 'online' }
  const answered = { ...value, status: 'authenticated', request: 'idle' }
  const rows = logRows({
    parts: [
      {
        at,
        value,
        steps: [
          { at: at + 250, event: { type: 'network.lost' }, value: { ...value, network: 'offline' } },
          { at: at + 300, event: { type: 'x' }, value: { ...answered, network: 'offline' } },
          { at: at + 900, event: { type: 'network.restored' }, value: answered },
        ],
      },
    ],
  } as unknown as Recording)

  expect(rows.map(({ moves }) => moves)).toEqual([
    [{ region: 'network', from: 'online', to: 'offline', afterMs: 250 }],
    [
      { region: 'status', from: 'loading', to: 'authenticated', afterMs: 300 },
      { region: 'request', from: 'reading · asking', to: 'idle', afterMs: 300 },
    ],
    [{ region: 'network', from: 'offline', to: 'online', afterMs: 650 }],
  ])
})

test('finds rows by all their words, the newest first, and those that changed something', async () => {
  const rows = logRows(await record())
  const texts = (words: string, onlyMoves = false) =>
    filterRows(rows, words, onlyMoves).map(({ text }) => text)

  expect(texts('')).toEqual(rows.map(({ text }) => text).reverse())
  expect(texts('offline NETWORK')).toEqual(['network.lost', 'network.lost'])
  expect(texts('offline nothing')).toEqual([])
  expect(filterRows(rows, '', true).every(({ moves, step }) => moves.length > 0 || step.cause)).toBe(true)
  expect(filterRows(rows, '', true).length).toBeLessThan(rows.length)
})

test.each([
  ['session.refetch', undefined, 'session.refetch'],
  ['xstate.done.actor.0.session.request.reading.asking', { type: 'signed-in' }, 'readSession: signed-in'],
  ['xstate.done.actor.0.session.request.waiting.counting', { at: 1 }, 'alarm is over'],
  ['xstate.error.actor.0.session.network', undefined, 'watchNetwork has failed'],
  [
    'xstate.after.offlineRetry.session.request.waiting.paused',
    undefined,
    'offlineRetry of request · waiting · paused is over',
  ],
  ['xstate.done.actor.0.session.request.gone', undefined, 'session.request.gone is over'],
])('an event %s with %o reads %s', (type, output, expected) => {
  expect(eventText({ type, output } as Parameters<typeof eventText>[0])).toBe(expected)
})
