import { beforeEach, expect, test, vi } from 'vitest'
import { createFakeAuth } from './fake-auth'
import { ann } from './sessions'
import { createTestClient } from './test-client'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

const LATENCY_MS = 100

/** A server that is some way off. */
function createSlowClient() {
  const auth = createFakeAuth()
  const away: typeof fetch = async (url, init) => {
    await new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, LATENCY_MS)
      init?.signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(init.signal?.reason)
      })
    })
    return auth.fetch(url, init)
  }
  return { ...createTestClient({ session: ann(), fetch: away }), server: auth }
}

test.for([false, true])('calls that come faster than answers all get one, started: %s', async (isStarted) => {
  const { client, server, page } = createSlowClient()
  if (isStarted) client.start()
  const waited: number[] = []
  const call = () => {
    const calledAt = Date.now()
    client.getSession().then((session) => {
      expect(session).toEqual(ann())
      waited.push(Date.now() - calledAt)
    })
  }

  for (let count = 0; count < 100; count += 1) {
    call()
    await vi.advanceTimersByTimeAsync(50)
  }
  expect(waited.length).toBeGreaterThan(80)
  await vi.advanceTimersByTimeAsync(2_000)
  await server.settled()

  expect(waited).toHaveLength(100)
  expect(Math.max(...waited)).toBeLessThanOrEqual(1_000)
  client.stop()
  await server.settled()
  expect(page.held()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('a call that waits for the next read gets an answer that was asked for after it', async () => {
  const { client, server } = createSlowClient()
  client.start()
  const first = Array.from({ length: 8 }, () => client.getSession())
  await vi.advanceTimersByTimeAsync(50)
  const late = client.getSession()
  // Now it may read what the first have asked for.
  await vi.advanceTimersByTimeAsync(50)
  expect(await Promise.all(first)).toEqual(first.map(() => ann()))
  server.session = null

  await vi.advanceTimersByTimeAsync(LATENCY_MS)
  expect(await late).toBeNull()
  expect(server.count('/session')).toBe(2)
})

test('calls that wait for the next read are settled when the client stops', async () => {
  const { client } = createSlowClient()
  client.start()
  const calls = Array.from({ length: 12 }, () => client.getSession())
  await vi.advanceTimersByTimeAsync(50)

  client.stop()

  expect(await Promise.all(calls)).toEqual(calls.map(() => null))
})
