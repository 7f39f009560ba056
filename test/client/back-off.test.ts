import { beforeEach, expect, test, vi } from 'vitest'
import { networkError, serverError } from './fake-auth'
import type { FakePage } from './fake-page'
import { ann } from './sessions'
import { createTestClient, pass } from './test-client'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

function focus(page: FakePage) {
  page.turn('hidden')
  page.turn('visible')
}

/** Counts the seconds until each of the next tries. */
async function gaps({ auth, reads }: ReturnType<typeof createTestClient>, tries: number) {
  const seconds: number[] = []
  for (let count = 0; count < tries; count += 1) {
    const before = reads()
    let waited = 0
    while (reads() === before && waited < 120) {
      await pass(0.5, auth)
      waited += 0.5
    }
    seconds.push(waited)
  }
  return seconds
}

test('tries again after pauses that double, up to a minute', async () => {
  const test = createTestClient()
  test.auth.answerAll('/session', networkError)
  test.client.start()
  await test.auth.settled()

  expect(await gaps(test, 9)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
})

test('spreads the pauses over the upper half of the step', async () => {
  const test = createTestClient({ environment: { random: () => 0 } })
  test.auth.answerAll('/session', networkError)
  test.client.start()
  await test.auth.settled()

  expect(await gaps(test, 5)).toEqual([0.5, 1, 2, 4, 8])
})

test('recovers by itself, and begins with short pauses after that', async () => {
  const test = createTestClient()
  const { auth, client } = test
  auth.answerAll('/session', serverError)
  client.start()
  await auth.settled()
  expect(client.getState()).toMatchObject({ status: 'unauthenticated', cause: { type: 'unreachable' } })
  await gaps(test, 3)

  auth.answerAll('/session', undefined)
  await gaps(test, 1)
  expect(client.getState()).toMatchObject({
    status: 'authenticated',
    cause: { type: 'server', trigger: 'retry' },
    error: null,
    isStale: false,
  })

  auth.answerNext('/session', serverError)
  await client.refetch()
  expect(await gaps(test, 1)).toEqual([1])
})

const reasons: Array<[string, (page: FakePage) => void, refetchInterval?: number]> = [
  ['focus', focus],
  ['other tabs', (page) => page.hear({ event: 'session', data: { trigger: 'getSession' } })],
  ['the poll', () => {}, 1],
]

test.for(reasons)('is not cut short by %s', async ([, happens, refetchInterval = 0]) => {
  const { client, auth, page, reads } = createTestClient({ session: ann(), refetchInterval })
  auth.answerAll('/session', networkError)
  client.start()
  await auth.settled()
  for (let tries = 0; tries < 4; tries += 1) await client.refetch()
  const before = reads()

  await pass(2, auth)
  happens(page)
  await pass(2, auth)

  expect(reads()).toBe(before)
})

test('is cut short by a call', async () => {
  const { client, auth } = createTestClient()
  auth.answerNext('/session', networkError)
  client.start()
  await auth.settled()

  expect(await client.refetch()).toMatchObject({ status: 'authenticated', error: null })
})

test('is cut short by the network that comes back', async () => {
  const { client, auth, page, reads } = createTestClient({ session: ann() })
  client.start()
  auth.answerAll('/session', networkError)
  for (let tries = 0; tries < 6; tries += 1) await client.refetch()
  const before = reads()
  page.goOffline()
  auth.answerAll('/session', undefined)

  page.goOnline()
  await auth.settled()

  expect(reads() - before).toBe(1)
  expect(client.getState().isStale).toBe(false)
})

test('logs the first failure of a row, and the first of the next', async () => {
  const test = createTestClient()
  const { auth, client, logged } = test
  auth.answerAll('/session', networkError)
  client.start()
  await auth.settled()
  await gaps(test, 4)
  expect(logged).toHaveLength(1)

  auth.answerAll('/session', undefined)
  await gaps(test, 1)
  auth.answerNext('/session', networkError)
  await client.refetch()
  expect(logged).toHaveLength(2)
})

test('gives every failure to onError', async () => {
  const onError = vi.fn()
  const test = createTestClient({ onError })
  test.auth.answerAll('/session', networkError)
  test.client.start()
  await test.auth.settled()

  await gaps(test, 3)

  expect(onError).toHaveBeenCalledTimes(4)
  expect(test.logged).toEqual([])
})

test('counts a request that does not answer as failed, takes it back and goes on', async () => {
  const { client, auth, reads } = createTestClient({ requestTimeout: 5 })
  auth.hold('/session')
  client.start()
  await auth.settled(1)
  await vi.advanceTimersByTimeAsync(4_900)
  expect(client.getState().status).toBe('loading')

  await pass(0.1, auth)
  expect(client.getState()).toMatchObject({
    status: 'unauthenticated',
    cause: { type: 'unreachable', failure: { code: 'timeout' } },
    error: { code: 'timeout', message: '/api/auth/session did not answer within 5 s.' },
  })
  expect(auth.requests[0]?.aborted).toBe(true)

  auth.hold('/session')()
  await pass(1, auth)
  expect(reads()).toBe(2)
  expect(client.getState().status).toBe('authenticated')
})

test('waits 15 s for an answer unless it is told otherwise', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  auth.hold('/session')
  const state = client.refetch()
  await auth.settled(1)
  await vi.advanceTimersByTimeAsync(14_900)
  expect(client.getState().isFetching).toBe(true)

  await pass(0.1, auth)

  expect((await state).error?.code).toBe('timeout')
})
