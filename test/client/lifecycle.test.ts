import { beforeEach, expect, test, vi } from 'vitest'
import { networkError } from './fake-auth'
import { ann, bob } from './sessions'
import { createTestClient, pass } from './test-client'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

test('reads once at the start, and keeps watch', async () => {
  const { client, auth, page, reads } = createTestClient()
  auth.session = ann('1')
  client.start()
  expect(client.getState()).toMatchObject({ status: 'loading', isFetching: true })

  await auth.settled()

  expect(client.getState()).toMatchObject({
    status: 'authenticated',
    data: ann('1'),
    cause: { type: 'server', trigger: 'mount', httpStatus: 200 },
  })
  expect(reads()).toBe(1)
  expect(page.held().sort()).toEqual([
    'channel',
    'freeze listener',
    'offline listener',
    'online listener',
    'pagehide listener',
    'pageshow listener',
    'resume listener',
    'storage listener',
    'visibilitychange listener',
  ])
})

test('starts once, however often it is told', async () => {
  const { client, auth, page, reads } = createTestClient()
  client.start()
  await auth.settled()
  const held = page.held()
  client.start()
  client.start()

  await auth.settled()
  expect(reads()).toBe(1)
  expect(page.held()).toEqual(held)
})

test.for([ann(), null])('reads nothing at the start with the seed %o', async (session) => {
  const { client, auth, reads } = createTestClient({ session })
  client.start()

  await auth.settled()
  expect(reads()).toBe(0)
})

test('lets go of everything when it stops, and keeps the state', async () => {
  const { client, auth, page } = createTestClient({ refetchInterval: 60 })
  client.start()
  await auth.settled()
  const { data } = client.getState()

  client.stop()
  expect(client.getState()).toMatchObject({ status: 'authenticated', isFetching: false })

  await auth.settled()
  expect(page.held()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
  expect(client.getState().data).toBe(data)
})

test('takes a read back when it stops, and hears no late answer', async () => {
  const { client, auth } = createTestClient({ fetch: undefined })
  let answer: (response: Response) => void = () => {}
  const signals: Array<AbortSignal | null | undefined> = []
  client.configure({
    fetch: (_, init) => {
      signals.push(init?.signal)
      // A fetch that does not heed its signal.
      return new Promise((resolve) => {
        answer = resolve
      })
    },
  })
  client.start()
  await auth.settled()

  client.stop()
  expect(signals.map((signal) => signal?.aborted)).toEqual([true])
  answer(Response.json(ann()))
  await auth.settled()

  expect(client.getState()).toMatchObject({ status: 'loading', data: undefined, isFetching: false })
  expect(vi.getTimerCount()).toBe(0)
})

test('never sends the read of a start that is taken back at once', async () => {
  const { client, auth } = createTestClient()
  client.start()
  client.stop()

  await auth.settled()
  expect(auth.requests).toEqual([])
})

test('starts again with what it knew, as another actor', async () => {
  const { client, auth, reads } = createTestClient()
  const first = client.actor
  client.start()
  expect(client.actor).toBe(first)
  await auth.settled()

  client.stop()
  client.start()

  expect(client.actor).not.toBe(first)
  expect(client.actor.getSnapshot().status).toBe('active')
  expect(client.getState().status).toBe('authenticated')
  await auth.settled()
  expect(reads()).toBe(1)
  auth.session = bob()
  expect(await client.getSession()).toEqual(bob())
})

test('reads again when it was stopped before it knew', async () => {
  const { client, auth } = createTestClient()
  auth.hold('/session')
  client.start()
  await auth.settled(1)
  client.stop()

  const answer = auth.hold('/session')
  client.start()
  answer()
  await auth.settled()

  expect(auth.requests.map(({ aborted }) => aborted)).toEqual([true, false])
  expect(client.getState().status).toBe('authenticated')
})

test('goes on waiting where it was when it starts again after a failure', async () => {
  const { client, auth, reads } = createTestClient()
  auth.answerNext('/session', networkError)
  client.start()
  await auth.settled()
  expect(client.getState()).toMatchObject({ status: 'unauthenticated', cause: { type: 'unreachable' } })

  client.stop()
  expect(client.getState()).toMatchObject({ status: 'unauthenticated', isStale: true })
  client.start()
  await auth.settled()
  expect(reads()).toBe(1)
  expect(client.getState()).toMatchObject({ status: 'unauthenticated', cause: { type: 'unreachable' } })

  await pass(1, auth)
  expect(reads()).toBe(2)
  expect(client.getState().status).toBe('authenticated')
})

test('does nothing when it is stopped before it was started, or twice', async () => {
  const { auth, client, page } = createTestClient({ session: ann() })
  client.stop()
  client.start()
  client.stop()
  client.stop()

  await auth.settled()
  expect(page.held()).toEqual([])
  expect(client.getState().status).toBe('authenticated')
})

test('leaves nothing after a hundred lives', async () => {
  const { client, auth, page, reads } = createTestClient({ session: ann(), refetchInterval: 1 })
  for (let life = 0; life < 100; life += 1) {
    client.start()
    client.stop()
  }

  await auth.settled()
  expect(page.held()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
  expect(reads()).toBe(0)
})

test('hears the other tabs once after it was stopped and started in one go', async () => {
  const { client, auth, page, reads } = createTestClient({ session: ann() })
  client.start()
  client.stop()
  client.start()
  await auth.settled()
  expect(page.held().filter((name) => name === 'channel')).toHaveLength(1)

  page.hear({ event: 'session', data: { trigger: 'getSession' } })
  await auth.settled()
  expect(reads()).toBe(1)

  client.stop()
  await auth.settled()
  expect(page.held()).toEqual([])
})

test('calls its listeners through all its lives', async () => {
  const { client, auth } = createTestClient()
  const listener = vi.fn()
  client.subscribe(listener)
  client.start()
  await auth.settled()
  client.stop()
  listener.mockReset()

  client.start()
  expect(listener).not.toHaveBeenCalled()
  auth.session = null
  await client.refetch()

  expect(listener).toHaveBeenCalled()
  expect(client.getState().status).toBe('unauthenticated')
})

test('tells who watches of each step of the chart, and of a new one', async () => {
  const { client, auth } = createTestClient()
  const actors = new Set<object>()
  const unwatch = client.watch(() => actors.add(client.actor))
  client.start()
  await auth.settled()
  client.stop()
  client.start()
  unwatch()
  client.stop()
  client.start()
  expect(actors).toHaveLength(2)
  client.stop()
})
