import type { Environment } from 'sessionchart'
import { createRecorder, type Recording, replay } from 'sessionchart/inspect'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { ann, bob } from '../client/sessions'
import { createTestClient, type TestClient } from '../client/test-client'

const START = Date.UTC(2030, 0, 1)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START })
  return () => vi.useRealTimers()
})

/** A client that is recorded. However that is done, its parts are the same. */
const ways = {
  'as an inspector': (options: Parameters<typeof createTestClient>[0] = {}) => {
    const recorder = createRecorder()
    return { recorder, ...createTestClient({ ...options, inspect: recorder.inspect }) }
  },
  attached: (options: Parameters<typeof createTestClient>[0] = {}) => {
    const recorder = createRecorder()
    const made = createTestClient(options)
    recorder.attach(made.client)
    return { recorder, ...made }
  },
}

/** A storage that fails: the chart breaks when it tells the other tabs of an update. */
const fragile: Partial<Environment> = {
  writeShared(key) {
    if (key === 'nextauth.message') throw new Error('a fault of the platform')
    return true
  },
}

/** Makes as many steps. */
function flicker({ page }: TestClient, times: number) {
  for (let time = 0; time < times; time += 1) page.turn(time % 2 ? 'visible' : 'hidden')
}

/** The step that every start leads to at once. */
const joined = { event: { type: 'tabs.joined' } }

const stepsIn = ({ parts }: Recording) => parts.flatMap(({ steps }) => steps)

function expectReplay(recording: Recording) {
  const { differences, parts, sameChart } = replay(recording)
  expect(sameChart).toBe(true)
  expect(differences).toEqual([])
  expect(parts.map(({ snapshots }) => snapshots.length)).toEqual(
    recording.parts.map(({ steps }) => steps.length + 1),
  )
}

describe.each(Object.entries(ways))('recorded %s', (_, record) => {
  test('a stop ends a part, and the next start begins another', async () => {
    const { recorder, client, auth, page } = record()
    client.start()
    await auth.settled()
    vi.setSystemTime(START + 1_000)
    const told = vi.fn()
    const leave = recorder.subscribe(() => told(recorder.recording().parts[0]?.end?.type))
    client.stop()
    leave()
    auth.session = bob()
    vi.setSystemTime(START + 2_000)

    client.start()
    await client.refetch()
    page.goOffline()

    const recording = recorder.recording()
    expect(told.mock.calls).toEqual([['stopped']])
    expect(recording.parts).toMatchObject([
      { at: START, value: { status: 'loading' }, end: { type: 'stopped', at: START + 1_000 } },
      { at: START + 2_000, value: { status: 'authenticated' } },
    ])
    expect(recording.parts[1]).not.toHaveProperty('end')
    expect(recording.parts[1]?.context.data).toEqual({ redacted: 'session 1', expires: ann().expires })
    expect(recording.parts[1]?.steps.at(-1)?.value).toMatchObject({ network: 'offline' })
    expectReplay(recording)
  })

  test('a call to a client that does not run makes a part of its own', async () => {
    const { recorder, client, auth } = record()

    await client.getSession()
    await auth.settled()

    const recording = recorder.recording()
    expect(recording.parts).toMatchObject([{ value: { status: 'loading' }, end: { type: 'stopped' } }])
    expect(stepsIn(recording).at(-1)?.value).toMatchObject({ status: 'authenticated' })
    expectReplay(recording)
  })

  test('a crash ends a part and says at which event; the new start begins another', async () => {
    const { recorder, client, auth } = record({ session: ann(), environment: fragile })
    client.start()
    await auth.settled()

    await client.update({ theme: 'dark' })
    await auth.settled()

    const recording = recorder.recording()
    expect(recording.parts).toMatchObject([
      {
        end: {
          type: 'crashed',
          at: START,
          event: { type: expect.stringContaining('updating.asking'), output: { type: 'signed-in' } },
        },
      },
      { at: START, value: { status: 'authenticated', request: 'idle' } },
    ])
    expect(recording.parts[0]?.steps.at(-1)?.value).toMatchObject({ request: { updating: 'asking' } })
    expect(recording.parts[1]?.steps.length).toBeGreaterThan(0)
    expectReplay(recording)
  })

  test('a second crash soon after it is the last that is heard of the session, until it starts again', async () => {
    const { recorder, client, auth, page } = record({ session: ann(), environment: fragile })
    const ends = () => recorder.recording().parts.map(({ end }) => end?.type)
    const told = vi.fn()
    recorder.subscribe(() => told(ends()))
    client.start()
    await client.update({ n: 1 })
    await client.update({ n: 2 })
    expect(ends()).toEqual(['crashed', 'crashed'])
    expect(told).toHaveBeenLastCalledWith(['crashed', 'crashed'])

    client.start()
    await auth.settled()
    page.goOffline()

    expect(ends()).toEqual(['crashed', 'crashed', undefined])
    expect(stepsIn(recorder.recording()).at(-1)?.value).toMatchObject({ network: 'offline' })
    expectReplay(recorder.recording())
  })

  test('nothing is lost of two sessions at once', () => {
    const one = record({ session: ann() })
    const other = createTestClient({ session: bob() })
    one.recorder.attach(other.client)
    one.client.start()
    other.client.start()

    one.page.goOffline()
    other.page.turn('hidden')
    one.page.turn('hidden')

    const recording = one.recorder.recording()
    expect(recording.parts).toMatchObject([
      { steps: [joined, { event: { type: 'network.lost' } }, { event: { type: 'tab.becameHidden' } }] },
      { steps: [joined, { event: { type: 'tab.becameHidden' } }] },
    ])
    expectReplay(recording)
  })
})

describe('a recorder that is full', () => {
  test('keeps at least as many steps as it was told, and not many more; they replay', () => {
    const recorder = createRecorder({ limit: 120 })
    const made = createTestClient({ session: ann(), inspect: recorder.inspect, refetchOnWindowFocus: false })
    made.client.start()
    const counts = new Set<number>()
    recorder.subscribe(() => counts.add(stepsIn(recorder.recording()).length))

    flicker(made, 400)

    const recording = recorder.recording()
    expect(recording.parts).toHaveLength(1)
    expect(Math.max(...counts)).toBeLessThan(120 + 50)
    expect(Math.min(...[...counts].slice(120))).toBeGreaterThanOrEqual(120)
    expect(stepsIn(recording).at(-1)?.value).toEqual(made.client.actor.getSnapshot().value)
    expectReplay(recording)
  })

  test('lets whole parts go, the oldest first', async () => {
    const recorder = createRecorder({ limit: 60 })
    const made = createTestClient({ session: ann(), inspect: recorder.inspect, refetchOnWindowFocus: false })
    for (const second of [1, 2, 3]) {
      vi.setSystemTime(START + second * 1_000)
      made.client.start()
      flicker(made, 40)
      made.client.stop()
    }

    const recording = recorder.recording()

    expect(recording.parts.map(({ at }) => at)).toEqual([START + 2_000, START + 3_000])
    expect(stepsIn(recording).length).toBeGreaterThanOrEqual(60)
    expectReplay(recording)
  })

  test('keeps where a session stands that is silent while another one talks', () => {
    const recorder = createRecorder({ limit: 1 })
    const [silent, talking] = [1, 2].map(() =>
      createTestClient({ session: ann(), inspect: recorder.inspect, refetchOnWindowFocus: false }),
    ) as [TestClient, TestClient]
    silent.client.start()
    talking.client.start()
    flicker(talking, 200)

    silent.page.goOffline()

    const recording = recorder.recording()
    expect(stepsIn(recording).length).toBeLessThan(110)
    expect(recording.parts).toHaveLength(2)
    expect(recording.parts[0]?.steps).toMatchObject([joined, { event: { type: 'network.lost' } }])
    expectReplay(recording)
  })
})
