import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { networkError } from './fake-auth'
import { createFakeClock, type FakeClock } from './fake-clock'
import { ann } from './sessions'
import { createTestClient } from './test-client'

// Fake ones stand in for those of the platform, to count what goes past the environment.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return () => vi.useRealTimers()
})
let clock: FakeClock
beforeEach(() => {
  clock = createFakeClock()
})

const right = { redirect: false, username: 'ann', password: 'right' }

test('the time that a page has to go away is counted by the environment', async () => {
  const { client, auth } = createTestClient({ session: ann('1'), environment: clock.environment })
  client.start()
  await client.signOut()
  await auth.settled()
  expect(clock.timers()).toEqual([10_000])
  expect(vi.getTimerCount()).toBe(0)

  await clock.advance(10_000)
  await auth.settled()

  expect(client.actor.getSnapshot().hasTag('leaving')).toBe(false)
  expect(client.getState().status).toBe('unauthenticated')
  expect(clock.timers()).toEqual([])
})

test('the pause between two tries while offline is counted by the environment', async () => {
  const { client, auth, page, reads } = createTestClient({
    session: ann('1'),
    environment: clock.environment,
  })
  auth.session = ann('1')
  client.start()
  page.goOffline()
  auth.answerNext('/session', networkError)
  await client.refetch()
  await auth.settled()
  expect(clock.timers()).toEqual([60_000])
  expect(vi.getTimerCount()).toBe(0)

  await clock.advance(60_000)
  await auth.settled()

  expect(reads()).toBe(2)
  expect(client.getState().isStale).toBe(false)
  expect(clock.timers()).toEqual([])
})

test('the time that a page takes to unload is counted by the environment', async () => {
  const { client, auth, page } = createTestClient({ session: null, environment: clock.environment })
  const answer = auth.hold('/csrf')
  client.start()
  const result = client.signIn('credentials', right)
  await auth.settled(1)

  page.happens('beforeunload')

  expect(clock.timers()).toContain(10_000)
  expect(vi.getTimerCount()).toBe(0)
  answer()
  expect(await result).toMatchObject({ ok: true })
})

test('leaves no timer of the environment behind when it stops while it waits', async () => {
  const { client, auth, page } = createTestClient({ session: ann('1'), environment: clock.environment })
  client.start()
  page.goOffline()
  auth.answerNext('/session', networkError)
  await client.refetch()

  client.stop()
  await auth.settled()

  expect(clock.timers()).toEqual([])
})

const { throwIfAborted } = AbortSignal.prototype
afterEach(() => {
  AbortSignal.prototype.throwIfAborted = throwIfAborted
})

test('needs no `throwIfAborted` of the platform', async () => {
  Reflect.deleteProperty(AbortSignal.prototype, 'throwIfAborted')
  const { client, auth, page, logged } = createTestClient()
  client.start()
  await auth.settled()

  expect(client.getState().data).toEqual(ann())
  expect(await client.update({ theme: 'dark' })).toMatchObject({ theme: 'dark' })
  expect(await client.signOut({ redirect: false })).toMatchObject({ result: { type: 'signed-out' } })
  expect(await client.signIn('credentials', right)).toMatchObject({ ok: true })
  const reading = client.getSession()
  client.stop()
  expect(await reading).toBeNull()
  await auth.settled()
  expect(page.held()).toEqual([])
  expect(logged).toEqual([])
})

test.for(['/', 'not a url at all', ''])('does not look at the base URL %o on a page', async (baseUrl) => {
  const { client, auth, logged } = createTestClient({ baseUrl })
  client.start()
  await auth.settled()

  expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann(), error: null })
  expect(await client.signOut({ redirect: false })).toMatchObject({ result: { type: 'signed-out' } })
  expect(auth.requests.map(({ url }) => new URL(url).pathname)).toEqual([
    '/api/auth/session',
    '/api/auth/csrf',
    '/api/auth/signout',
  ])
  expect(logged).toEqual([])
})

// What tests of apps give instead of `fetch`.
const standIn = (response: object) => (async () => response) as unknown as typeof fetch

test.for([
  ['neither text nor json', { ok: false, status: 401 }],
  ['json only', { ok: false, status: 401, json: async () => null }],
] as const)('takes a 401 with %s for a sign-out', async ([, response]) => {
  const { client, logged } = createTestClient({ session: ann(), fetch: standIn(response) })
  client.start()

  expect(await client.getSession()).toBeNull()

  expect(client.getState()).toMatchObject({ status: 'unauthenticated', data: null, error: null })
  expect(client.getState().cause).toMatchObject({ type: 'server', httpStatus: 401 })
  expect(logged).toEqual([])
})

test('keeps the session when a stand-in for fetch fails with neither text nor json', async () => {
  const { client } = createTestClient({ session: ann(), fetch: standIn({ ok: false, status: 500 }) })
  client.start()

  const { error, status } = await client.refetch()

  expect({ code: error?.code, status }).toEqual({ code: 'http', status: 'authenticated' })
})

test('reads what a stand-in for fetch gives', async () => {
  const { client } = createTestClient({ fetch: standIn({ ok: true, json: async () => ann() }) })

  expect(await client.getSession()).toEqual(ann())
})
