import { beforeEach, expect, test, vi } from 'vitest'
import { networkError } from './fake-auth'
import { ann } from './sessions'
import { createTestClient, pass } from './test-client'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

test('reads at each interval while somebody is signed in', async () => {
  const { client, auth, reads } = createTestClient({ session: ann(), refetchInterval: 60 })
  client.start()
  await pass(59, auth)
  expect(reads()).toBe(0)

  await pass(1, auth)
  expect(reads()).toBe(1)
  await pass(60, auth)
  expect(reads()).toBe(2)
  await pass(180, auth)
  expect(reads()).toBe(5)
  expect(client.getState().cause.type).toBe('seeded')
})

test.for([0, undefined])('never polls with the interval %o', async (refetchInterval) => {
  const { client, auth, reads } = createTestClient({ session: ann('1'), refetchInterval })
  client.start()

  await pass(3_600, auth)

  expect(reads()).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

test('does not poll while signed out, and begins with a sign-in', async () => {
  const { client, auth, reads } = createTestClient({ session: null, refetchInterval: 60 })
  auth.session = null
  client.start()
  await pass(600, auth)
  expect(reads()).toBe(0)

  await client.signIn('credentials', { redirect: false, password: 'right' })
  const before = reads()
  await pass(60, auth)
  expect(reads() - before).toBe(1)

  await client.signOut({ redirect: false })
  await pass(600, auth)
  expect(reads() - before).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})

test('keeps the grid however long an answer takes', async () => {
  const { client, auth, reads } = createTestClient({ session: ann(), refetchInterval: 60 })
  client.start()
  const answer = auth.hold('/session')
  await vi.advanceTimersByTimeAsync(60_000)
  await auth.settled(1)
  await vi.advanceTimersByTimeAsync(10_000)
  answer()
  await auth.settled()

  await pass(49, auth)
  expect(reads()).toBe(1)
  await pass(1, auth)
  expect(reads()).toBe(2)
})

test('skips a poll while a read is out', async () => {
  const { client, auth, reads } = createTestClient({
    session: ann(),
    refetchInterval: 5,
    requestTimeout: 100,
  })
  client.start()
  const answer = auth.hold('/session')
  await vi.advanceTimersByTimeAsync(23_000)
  await auth.settled(1)
  expect(reads()).toBe(1)

  answer()
  await auth.settled()
  expect(reads()).toBe(1)
  await pass(2, auth)
  expect(reads()).toBe(2)
})

test('polls with the interval of the moment', async () => {
  const options = { session: ann(), refetchInterval: 60 }
  const { client, auth, reads, page } = createTestClient(options)
  client.start()
  await pass(50, auth)
  client.configure({ ...options, fetch: auth.fetch, environment: page.environment, refetchInterval: 20 })

  await pass(19, auth)
  expect(reads()).toBe(0)
  await pass(1, auth)
  expect(reads()).toBe(1)

  client.configure({ ...options, fetch: auth.fetch, refetchInterval: 0 })
  await pass(600, auth)
  expect(reads()).toBe(1)
})

test('does not begin anew because of another read', async () => {
  const { client, auth, reads } = createTestClient({ session: ann(), refetchInterval: 60 })
  client.start()
  await pass(50, auth)
  await client.refetch()
  expect(reads()).toBe(1)

  await pass(10, auth)
  expect(reads()).toBe(2)
})

test('reads once after a sleep over many intervals', async () => {
  const { client, auth, reads } = createTestClient({ session: ann(), refetchInterval: 60 })
  client.start()
  // The wall clock goes on while the device sleeps, the timers do not.
  vi.setSystemTime(Date.now() + 8 * 3_600_000)

  await pass(60, auth)
  expect(reads()).toBe(1)
  await pass(60, auth)
  expect(reads()).toBe(2)
})

test('is not put off by a clock that is set back', async () => {
  const { client, auth, reads } = createTestClient({ session: ann(), refetchInterval: 60 })
  client.start()
  vi.setSystemTime(Date.now() - 3_600_000)

  await pass(60, auth)

  expect(reads()).toBe(1)
})

test('goes on over failures, with no more than a request at a time', async () => {
  const { client, auth, reads } = createTestClient({ session: ann(), refetchInterval: 60 })
  client.start()
  auth.answerNext('/session', networkError)
  await pass(60, auth)
  expect(client.getState()).toMatchObject({ status: 'authenticated', isStale: true })

  await pass(60, auth)

  expect(client.getState()).toMatchObject({ status: 'authenticated', isStale: false })
  expect(reads()).toBeGreaterThanOrEqual(2)
})
