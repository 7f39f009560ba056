import { beforeEach, expect, test, vi } from 'vitest'
import { ann } from './sessions'
import { createTestClient, pass } from './test-client'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

test('polls at the interval that was configured after somebody looked at the actor', async () => {
  const { client, auth, reads } = createTestClient({ session: ann() })
  void client.actor
  client.configure({ refetchInterval: 60, fetch: auth.fetch })
  client.start()

  await pass(59, auth)
  expect(reads()).toBe(0)
  await pass(1, auth)
  expect(reads()).toBe(1)
  await pass(60, auth)
  expect(reads()).toBe(2)
})

test('keeps the actor that somebody looked at when it is configured with the same settings', () => {
  const { client, auth } = createTestClient({ session: ann() })
  const { actor } = client

  client.configure({ fetch: auth.fetch })
  client.start()

  expect(client.actor).toBe(actor)
})

test('polls no more after it was configured without an interval', async () => {
  const { client, auth, reads } = createTestClient({ session: ann(), refetchInterval: 60 })
  void client.actor
  client.configure({ fetch: auth.fetch })
  client.start()

  await pass(120, auth)

  expect(reads()).toBe(0)
})
