import { beforeEach, expect, test, vi } from 'vitest'
import { networkError } from './fake-auth'
import { ann } from './sessions'
import { createTestClient, pass } from './test-client'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

test('reads once when the network is back, and stays signed in meanwhile', async () => {
  const { client, auth, page, reads } = createTestClient({ session: ann() })
  client.start()
  page.goOffline()
  await pass(300, auth)
  expect(reads()).toBe(0)
  expect(client.getState().status).toBe('authenticated')

  page.goOnline()
  await auth.settled()

  expect(reads()).toBe(1)
  expect(client.getState().isStale).toBe(false)
})

test('does not read on focus, nor for other tabs, while offline', async () => {
  const { client, auth, page, reads } = createTestClient({ session: ann() })
  client.start()
  await auth.settled()
  page.goOffline()

  page.turn('hidden')
  page.turn('visible')
  page.hear({ event: 'session', data: { trigger: 'getSession' } })

  await pass(1, auth)
  expect(reads()).toBe(0)
})

test('a call goes out all the same: the flag may lie', async () => {
  const { client, auth, page, asked } = createTestClient({ session: ann() })
  client.start()
  page.goOffline()

  expect(await client.refetch()).toMatchObject({ error: null })
  expect(await client.update({ theme: 'dark' })).toMatchObject({ theme: 'dark' })
  expect(await client.signOut({ redirect: false })).toMatchObject({ result: { type: 'signed-out' } })

  await auth.settled()
  expect(asked()).toEqual(['GET /session', 'GET /csrf', 'POST /session', 'GET /csrf', 'POST /signout'])
})

test('the first read goes out all the same', async () => {
  const { client, auth } = createTestClient({ environment: { isOnline: () => false } })
  client.start()

  await auth.settled()

  expect(client.getState().status).toBe('authenticated')
})

test('tries no more than once a minute after a failure while offline', async () => {
  const { client, auth, page, reads } = createTestClient({ session: ann() })
  client.start()
  page.goOffline()
  auth.answerAll('/session', networkError)
  await client.refetch()
  expect(reads()).toBe(1)

  await pass(59, auth)
  expect(reads()).toBe(1)
  await pass(1, auth)
  expect(reads()).toBe(2)
  await pass(60, auth)
  expect(reads()).toBe(3)
  expect(client.getState()).toMatchObject({ status: 'authenticated', isStale: true })

  auth.answerAll('/session', undefined)
  page.goOnline()
  await auth.settled()
  expect(client.getState().isStale).toBe(false)
  expect(reads()).toBe(4)
})

test('a pause that counts becomes a long one when the network is lost', async () => {
  const { client, auth, page, reads } = createTestClient({ session: ann() })
  client.start()
  auth.answerNext('/session', networkError)
  await client.refetch()
  page.goOffline()

  await pass(30, auth)
  expect(reads()).toBe(1)
  page.goOnline()
  await auth.settled()
  expect(reads()).toBe(2)
})

test('polls while offline unless it is told not to', async () => {
  const lying = createTestClient({ session: ann(), refetchInterval: 20 })
  lying.client.start()
  lying.page.goOffline()
  await pass(60, lying.auth)
  expect(lying.reads()).toBe(3)

  const told = createTestClient({ session: ann(), refetchInterval: 20, refetchWhenOffline: false })
  told.client.start()
  told.page.goOffline()
  await pass(60, told.auth)
  expect(told.reads()).toBe(0)

  told.page.goOnline()
  await told.auth.settled()
  expect(told.reads()).toBe(1)
})

test('a paused poll that has fallen due adds no second read to the one on reconnect', async () => {
  const { client, auth, page, reads } = createTestClient({
    session: ann(),
    refetchInterval: 20,
    refetchWhenOffline: false,
  })
  client.start()
  await pass(15, auth)
  page.goOffline()
  await pass(100, auth)

  page.goOnline()
  await pass(1, auth)
  expect(reads()).toBe(1)
  await pass(20, auth)
  expect(reads()).toBe(2)
})

test('polls in spite of a link that flaps', async () => {
  const { client, auth, page, reads } = createTestClient({
    session: ann(),
    refetchInterval: 1,
    refetchWhenOffline: false,
  })
  client.start()
  for (let time = 0; time < 10; time += 0.6) {
    page.goOffline()
    await pass(0.3, auth)
    page.goOnline()
    await pass(0.3, auth)
  }

  expect(reads()).toBeGreaterThanOrEqual(8)
})

test('starts offline with what it was given, and catches up', async () => {
  let isOnline = false
  const { client, auth, page, reads } = createTestClient({
    session: ann(),
    environment: { isOnline: () => isOnline },
  })
  client.start()
  await pass(60, auth)
  expect(reads()).toBe(0)

  isOnline = true
  page.happens('online')
  await auth.settled()
  expect(reads()).toBe(1)
})
