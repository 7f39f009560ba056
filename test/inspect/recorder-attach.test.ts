import { createRecorder, type Recording } from 'sessionchart/inspect'
import { beforeEach, expect, test, vi } from 'vitest'
import { ann } from '../client/sessions'
import { createTestClient } from '../client/test-client'

const START = Date.UTC(2030, 0, 1)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START })
  return () => vi.useRealTimers()
})

const typesIn = (recording: Recording) =>
  recording.parts.map(({ steps }) => steps.map(({ event }) => event.type))
const lastIn = ({ parts }: Recording) => parts.at(-1)?.steps.at(-1)

test('begins with a client that starts', async () => {
  const recorder = createRecorder()
  const inspector = createRecorder()
  const { client, auth, page } = createTestClient({ inspect: inspector.inspect })
  recorder.attach(client)

  client.start()
  await auth.settled()
  page.goOffline()

  expect(recorder.recording()).toEqual({ ...inspector.recording(), takenAt: START })
  expect(lastIn(recorder.recording())?.event.type).toBe('network.lost')
})

test('begins with where a running client stands', async () => {
  const recorder = createRecorder()
  const { client, auth, page } = createTestClient()
  client.start()
  await auth.settled()

  recorder.attach(client)
  page.goOffline()

  const { parts } = recorder.recording()
  expect(parts).toMatchObject([{ value: { status: 'authenticated', network: 'online' }, steps: [{}] }])
  expect(typesIn(recorder.recording())).toEqual([['network.lost']])
})

test('in the middle of a step begins with the state after it', async () => {
  const recorder = createRecorder()
  const { client, auth, page } = createTestClient()
  client.start()
  await auth.settled()
  client.watch(() => recorder.attach(client))

  page.goOffline()
  page.turn('hidden')

  expect(recorder.recording().parts[0]?.value).toMatchObject({ network: 'offline' })
  expect(typesIn(recorder.recording())).toEqual([['tab.becameHidden']])
})

test('attached to a client that it inspects, or twice, records nothing twice', async () => {
  const recorder = createRecorder()
  const { client, auth, page } = createTestClient({ inspect: recorder.inspect })
  recorder.attach(client)
  client.start()
  recorder.attach(client)
  await auth.settled()

  page.goOffline()

  const all = typesIn(recorder.recording())
  expect(all).toHaveLength(1)
  expect(all.flat().filter((type) => type === 'network.lost')).toHaveLength(1)
})

test('attached twice to a client that it does not inspect records nothing twice', () => {
  const recorder = createRecorder()
  const { client, page } = createTestClient({ session: ann() })
  client.start()
  recorder.attach(client)
  recorder.attach(client)

  page.goOffline()

  expect(typesIn(recorder.recording())).toEqual([['network.lost']])
})

test('attached twice, records until both have let go', () => {
  const recorder = createRecorder()
  const { client, page } = createTestClient({ session: ann() })
  client.start()
  const first = recorder.attach(client)
  const second = recorder.attach(client)

  first()
  first()
  page.goOffline()
  second()
  page.goOnline()

  expect(typesIn(recorder.recording())).toEqual([['network.lost']])
})

test('let go of, hears nothing more; attached again, it begins another part', () => {
  const recorder = createRecorder()
  const { client, page } = createTestClient({ session: ann() })
  client.start()
  recorder.attach(client)()
  page.goOffline()

  recorder.attach(client)
  page.turn('hidden')

  expect(recorder.recording().parts).toMatchObject([
    { value: { network: 'online' }, steps: [] },
    { value: { network: 'offline' }, steps: [{ event: { type: 'tab.becameHidden' } }] },
  ])
})

test('makes a client that does not run do nothing', () => {
  const { client } = createTestClient({ session: ann() })
  const actor = vi.spyOn(client, 'actor', 'get')

  createRecorder().attach(client)

  expect(actor).not.toHaveBeenCalled()
})
