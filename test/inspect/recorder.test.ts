import { SessionOptionError } from 'sessionchart'
import { createRecorder, type Recording, replay } from 'sessionchart/inspect'
import { seedMemory, sessionMachine } from 'sessionchart/machines'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createActor, createMachine } from 'xstate'
import { networkError } from '../client/fake-auth'
import { ann } from '../client/sessions'
import { createTestClient, pass } from '../client/test-client'
import { settings } from '../machines/fixtures'

const START = Date.UTC(2030, 0, 1)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START })
  return () => vi.useRealTimers()
})

const typesIn = (recording: Recording) =>
  recording.parts.map(({ steps }) => steps.map(({ event }) => event.type))
const lastIn = ({ parts }: Recording) => parts.at(-1)?.steps.at(-1)

describe('as an inspector', () => {
  test('keeps the state at the start, and each event with the state after it', async () => {
    const recorder = createRecorder()
    const { client, auth, page } = createTestClient({ session: ann(), inspect: recorder.inspect })
    const { value } = client.actor.getSnapshot()
    client.start()
    await auth.settled()
    vi.setSystemTime(START + 60_000)

    page.goOffline()

    const [part] = recorder.recording().parts
    expect(part).toMatchObject({ at: START, value, context: { online: true, cause: { type: 'seeded' } } })
    expect(part?.steps.at(-1)).toEqual({
      at: START + 60_000,
      event: { type: 'network.lost', at: START + 60_000 },
      value: client.actor.getSnapshot().value,
    })
    expect(part?.steps.at(-1)?.value).toMatchObject({ network: 'offline' })
  })

  test('keeps what effects have answered, and the cause where it is another', async () => {
    const recorder = createRecorder()
    const { client, auth } = createTestClient({ inspect: recorder.inspect })
    client.start()
    await auth.settled()

    const [part] = recorder.recording().parts
    const news = part?.steps.filter(({ cause }) => cause)

    expect(part?.value).toMatchObject({ status: 'loading' })
    expect(news).toMatchObject([
      {
        event: { type: expect.stringMatching(/^xstate\.done\.actor\./), output: { type: 'signed-in' } },
        value: { status: 'authenticated' },
        cause: { type: 'server', trigger: 'mount', at: START },
      },
    ])
  })

  test('takes the time of its own clock where an event has none', async () => {
    const recorder = createRecorder({ environment: { now: () => 7 } })
    const { client, auth } = createTestClient({ inspect: recorder.inspect })
    auth.answerAll('/session', networkError)
    client.start()
    await auth.settled()
    client.actor.send({ type: 'network.lost', at: START })

    await pass(60, auth)

    const steps = recorder.recording().parts.flatMap((part) => part.steps)
    const limit = steps.find(({ event }) => event.type.startsWith('xstate.after.offlineRetry'))
    expect(limit).toMatchObject({ at: 7 })
    expect(steps.find(({ event }) => event.type === 'network.lost')).toMatchObject({ at: START })
  })

  test('holds nothing that is personal', async () => {
    const recorder = createRecorder()
    const { client, auth } = createTestClient({ inspect: recorder.inspect })
    client.start()
    await client.signIn('credentials', { redirect: false, username: 'Ann', password: 'right' })
    await client.update({ secret: 'Ann' })
    auth.answerNext('/session', () => new Response('Ann', { status: 500, headers: { location: '/Ann' } }))
    await client.refetch()

    const text = JSON.stringify(recorder.recording())

    expect(text).toContain('session 1')
    expect(text).not.toMatch(/ann|localhost|secret/i)
  })

  test('lets what is named pass', async () => {
    const recorder = createRecorder({ redact: { keep: ['user.name'] } })
    const { client, auth } = createTestClient({ inspect: recorder.inspect })
    client.start()
    await auth.settled()

    expect(JSON.stringify(lastIn(recorder.recording()))).toContain('"name":"Ann"')
  })
})

test('gives a copy, as plain JSON', () => {
  const recorder = createRecorder()
  const { client } = createTestClient({ session: ann(), inspect: recorder.inspect })
  client.start()
  const recording = recorder.recording()

  recording.parts[0]?.steps.push({ at: 0, event: { type: 'mine' }, value: {} })

  expect(recorder.recording().parts[0]?.steps).not.toContainEqual(expect.objectContaining({ at: 0 }))
  expect(JSON.parse(JSON.stringify(recording))).toEqual(recording)
  expect(recording).toMatchObject({ format: 'sessionchart-recording', version: 1, takenAt: START })
})

test('asked in the middle of a step, has it already, and once', async () => {
  const taken: Recording[] = []
  const recorder = createRecorder()
  const { client } = createTestClient({
    session: ann(),
    inspect: recorder.inspect,
    onSessionChange: () => void taken.push(recorder.recording()),
  })
  client.start()
  await client.signOut({ redirect: false })

  const [early] = taken
  const end = lastIn(early as Recording)
  expect(end).toMatchObject({
    value: { status: { unauthenticated: 'known' } },
    cause: { type: 'signed-out' },
  })
  const { steps = [] } = recorder.recording().parts[0] ?? {}
  expect(steps.filter(({ cause }) => cause)).toHaveLength(1)
  expect(steps.slice(0, early?.parts[0]?.steps.length)).toEqual(early?.parts[0]?.steps)
  expect(replay(recorder.recording()).differences).toEqual([])
})

test('says in a sentence why the status has changed, at whatever hour it is read', async () => {
  const recorder = createRecorder()
  const { client } = createTestClient({ session: ann(), inspect: recorder.inspect })
  client.start()
  await client.signOut({ redirect: false })

  const said = recorder.recording().parts[0]?.steps.flatMap(({ why }) => why ?? [])
  expect(said).toEqual(['Signed out at 2030-01-01T00:00:00.000Z in this tab.'])
})

test('copies a step once, for all recordings, and lets nobody change it', () => {
  const recorder = createRecorder()
  const { client, page } = createTestClient({ session: ann(), inspect: recorder.inspect })
  client.start()
  page.goOffline()
  const steps = recorder.recording().parts[0]?.steps ?? []

  page.goOnline()
  const later = recorder.recording().parts[0]?.steps ?? []

  expect(steps.length).toBeGreaterThan(0)
  for (const [index, step] of steps.entries()) expect(later[index]).toBe(step)
  expect(() => Object.assign(Object(later.at(-1)?.value), { network: 'mine' })).toThrow(TypeError)
  // Which is the chart's own.
  expect(Object.isFrozen(client.actor.getSnapshot().value)).toBe(false)
})

test('finds the name of the chart once', () => {
  const recorder = createRecorder()
  const { chart } = recorder.recording()
  const write = vi.spyOn(JSON, 'stringify')

  expect(recorder.recording().chart).toBe(chart)
  expect(write).not.toHaveBeenCalled()
})

test('tells listeners of each step until they are not interested', () => {
  const recorder = createRecorder()
  const { client, page } = createTestClient({ session: ann(), inspect: recorder.inspect })
  client.start()
  const known: unknown[] = []
  const leave = recorder.subscribe(() => known.push(lastIn(recorder.recording())?.event.type))

  page.goOffline()
  page.turn('hidden')
  leave()
  page.turn('hidden')

  expect(known).toEqual(['network.lost', 'tab.becameHidden'])
})

test('is not ended by a listener that throws, and the session is not either', async () => {
  const recorder = createRecorder()
  const fault = new Error('a fault of a listener')
  const { client, page, logged } = createTestClient({ session: ann() })
  client.start()
  recorder.attach(client)
  recorder.subscribe(() => {
    throw fault
  })
  const heard = vi.fn()
  recorder.subscribe(heard)

  page.goOffline()
  page.turn('hidden')

  expect(logged).toEqual([fault, fault])
  expect(heard).toHaveBeenCalledTimes(2)
  expect(client.actor.getSnapshot().matches({ visibility: 'hidden' })).toBe(true)
  expect(typesIn(recorder.recording()).flat()).toEqual(['network.lost', 'tab.becameHidden'])
})

test('passes over other charts, and a session chart that is not by itself', () => {
  const recorder = createRecorder()
  const input = { at: START, tabId: 'a1', settings, memory: seedMemory(null, null, START) }
  const app = createMachine({ id: 'app', invoke: { src: sessionMachine, input } })

  createActor(app, { inspect: recorder.inspect }).start().stop()

  expect(recorder.recording().parts).toEqual([])
})

test('begins another part after an event that it cannot read', () => {
  const recorder = createRecorder()
  const { client, page } = createTestClient({ session: ann(), inspect: recorder.inspect })
  client.start()
  page.goOffline()
  const { actor } = client
  const event = {
    type: 'network.lost',
    get at() {
      throw new Error('not to be read')
    },
  }
  const snapshot = { ...actor.getSnapshot() }
  const seen = {
    type: '@xstate.snapshot',
    actorRef: actor,
    rootId: actor.sessionId,
    event,
    snapshot,
  } as const

  expect(() => recorder.inspect.next?.(seen)).toThrow('not to be read')
  page.turn('hidden')
  page.goOnline()

  expect(recorder.recording().parts).toHaveLength(2)
  expect(recorder.recording().parts[1]?.value).toMatchObject({ network: 'offline', visibility: 'hidden' })
  expect(typesIn(recorder.recording())[1]?.[0]).toBe('network.restored')
})

test('forgets everything, and goes on from where the session stands', () => {
  const recorder = createRecorder()
  const { client, page } = createTestClient({ session: ann(), inspect: recorder.inspect })
  client.start()
  page.goOffline()

  recorder.clear()
  page.turn('hidden')

  expect(recorder.recording().parts).toMatchObject([
    { value: { network: 'offline' }, steps: [{ event: { type: 'tab.becameHidden' } }] },
  ])
})

test.for([null, 'all', 7])('refuses %j for its options', (options) => {
  const make = () => createRecorder(options as never)

  expect(make).toThrow(SessionOptionError)
  expect(make).toThrow(/options must be an object/)
})

test.for([0, -1, 1.5, 10_001, Number.NaN, '5'])('refuses to keep %s steps', (limit) => {
  const make = () => createRecorder({ limit: limit as number })

  expect(make).toThrow(SessionOptionError)
  expect(make).toThrow(/limit must be a whole number of steps, from 1 to 10,000/)
})
