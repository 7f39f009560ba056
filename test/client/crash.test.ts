import type { Environment } from 'sessionchart'
import { beforeEach, expect, test, vi } from 'vitest'
import { ann } from './sessions'
import { createTestClient, pass } from './test-client'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

/** A storage that fails: the chart itself writes to it when it tells the other tabs, and breaks. */
function createFragile() {
  const fault = new Error('a fault of the platform')
  let isBroken = true
  const environment: Partial<Environment> = {
    writeShared(key) {
      if (isBroken && key === 'nextauth.message') throw fault
      return true
    },
  }
  const test = createTestClient({ session: ann(), environment, refetchInterval: 60 })
  return { ...test, fault, heal: () => (isBroken = false) }
}

test('reports it once and goes on with the last answer', async () => {
  const { client, auth, fault, logged, page } = createFragile()
  client.start()
  const before = client.actor
  const { data } = client.getState()

  expect(await client.update({ theme: 'dark' })).toBeNull()

  expect(before.getSnapshot().status).toBe('error')
  expect(client.actor).not.toBe(before)
  expect(client.actor.getSnapshot().status).toBe('active')
  expect(client.getState()).toMatchObject({ status: 'authenticated', isFetching: false, isUpdating: false })
  expect(client.getState().data).toBe(data)
  expect(logged).toEqual([fault])

  await auth.settled()
  const held = page.held().sort()
  client.stop()
  await auth.settled()
  expect(page.held()).toEqual([])
  client.start()
  await auth.settled()
  expect(page.held().sort()).toEqual(held)
})

test('answers calls and polls after it as before', async () => {
  const { client, auth, heal, reads } = createFragile()
  client.start()
  await client.update({ theme: 'dark' })
  heal()

  expect(await client.update({ theme: 'light' })).toMatchObject({ theme: 'light' })
  await pass(60, auth)
  expect(reads()).toBe(1)
})

test('settles the calls that waited', async () => {
  const { client } = createFragile()
  client.start()

  const results = await Promise.all([client.update({ n: 1 }), client.update({ n: 2 }), client.getSession()])

  expect(results).toEqual([null, null, null])
})

test('stays stopped after a second one within 10 s, says so, and leaves nothing behind', async () => {
  const { client, auth, fault, logged, page, reads } = createFragile()
  client.start()
  await client.update({ n: 1 })
  await pass(9, auth)
  await client.update({ n: 2 })

  const last = logged.at(-1) as Error
  expect(logged).toEqual([fault, last])
  expect(last.message).toMatch(/^sessionchart\b.* failed twice in 10 s .*stays stopped/)
  expect(last.cause).toBe(fault)
  await auth.settled()
  expect(page.held()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
  expect(client.getState().status).toBe('authenticated')

  await pass(600, auth)
  expect(reads()).toBe(0)
})

test('starts again after it stayed stopped, when it is told', async () => {
  const { client, auth, heal, reads } = createFragile()
  client.start()
  await client.update({ n: 1 })
  await client.update({ n: 2 })
  heal()

  client.start()
  await pass(60, auth)

  expect(reads()).toBe(1)
  expect(client.actor.getSnapshot().status).toBe('active')
})

test('goes on after a second one that comes later', async () => {
  const { client, auth, fault, logged } = createFragile()
  client.start()
  await client.update({ n: 1 })
  await pass(11, auth)
  await client.update({ n: 2 })

  expect(logged).toEqual([fault, fault])
  expect(client.actor.getSnapshot().status).toBe('active')
})

test('ends a brief run, with nothing left', async () => {
  const { client, fault, logged, page } = createFragile()

  expect(await client.update({ n: 1 })).toBeNull()

  expect(logged).toEqual([fault])
  expect(page.held()).toEqual([])
  expect(client.getState().status).toBe('authenticated')
})

test('does not rethrow to the page', async () => {
  const unhandled = vi.fn()
  process.on('uncaughtException', unhandled)
  const { client, auth } = createFragile()
  client.start()

  await client.update({ n: 1 })
  await pass(1, auth)

  expect(unhandled).not.toHaveBeenCalled()
  process.off('uncaughtException', unhandled)
})

const fail = () => {
  throw new Error('a fault of the platform')
}

test.for<[string, Partial<Environment>]>([
  ['listeners', { on: fail }],
  ['channels', { openChannel: fail }],
  ['random numbers', { random: vi.fn<() => number>(fail).mockReturnValueOnce(0.5) }],
])('needs no restart when the platform fails to give %s', async ([, environment]) => {
  const { client, auth, logged } = createTestClient({ session: ann(), environment })
  client.start()
  const { actor } = client
  auth.answerNext('/session', () => new Response('', { status: 500 }))

  await client.getSession()
  expect(await client.getSession()).toEqual(ann())

  expect(client.actor).toBe(actor)
  expect(actor.getSnapshot().status).toBe('active')
  expect(logged).not.toEqual([])
})

test('runs briefly for a call after it stayed stopped, and leaves nothing behind', async () => {
  const { client, auth, heal, page, reads } = createFragile()
  client.start()
  await client.update({ n: 1 })
  await client.update({ n: 2 })
  heal()

  expect(await client.refetch()).toMatchObject({ status: 'authenticated', isStale: false })

  await auth.settled()
  expect(reads()).toBe(1)
  expect(client.isRunning()).toBe(false)
  expect(page.held()).toEqual([])
  await pass(120, auth)
  expect(reads()).toBe(1)
  expect(vi.getTimerCount()).toBe(0)
})
