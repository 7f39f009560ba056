import { createSessionClient } from 'sessionchart'
import { expect, test, vi } from 'vitest'
import { serverError } from './fake-auth'
import { ann, bob } from './sessions'
import { createTestClient } from './test-client'

test('knows nothing before it was asked', () => {
  const { client } = createTestClient()

  expect(client.getState()).toEqual({
    status: 'loading',
    data: undefined,
    cause: { type: 'starting', at: expect.any(Number) },
    error: null,
    isFetching: false,
    isUpdating: false,
    isStale: false,
    isExpiring: false,
    expiresAt: null,
  })
})

test('knows its seed before it starts', () => {
  const session = ann()
  const { client } = createTestClient({ session })

  expect(client.getState()).toMatchObject({
    status: 'authenticated',
    cause: { type: 'seeded' },
    expiresAt: Date.parse(session.expires),
  })
  expect(client.getState().data).toBe(session)
  expect(createTestClient({ session: null }).client.getState().status).toBe('unauthenticated')
})

test('gives the same state until something changes', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  const before = client.getState()
  expect(client.getState()).toBe(before)
  client.start()
  expect(client.getState()).toBe(before)

  await client.refetch()
  expect(client.getState()).toEqual(before)
  expect(client.getState().data).toBe(before.data)
  expect(client.getState().cause).toBe(before.cause)

  auth.session = bob()
  await client.refetch()
  expect(client.getState()).not.toBe(before)
})

test('keeps the parts of an answer that did not change', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  const { user } = client.getState().data ?? {}
  auth.session = { ...ann(), theme: 'dark' }

  await client.refetch()

  expect(client.getState().data).toMatchObject({ theme: 'dark' })
  expect(client.getState().data?.user).toBe(user)
})

test('lets the end of the session move without touching the data', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  const { data } = client.getState()
  auth.session = ann('2099-02-01T00:00:00.000Z')

  await client.refetch()

  expect(client.getState().data).toBe(data)
  expect(client.getState().expiresAt).toBe(Date.parse('2099-02-01T00:00:00.000Z'))
})

test('calls back after each change, with the new state in place, until it is told to stop', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  const states: unknown[] = []
  client.start()
  const unsubscribe = client.subscribe(() => states.push(client.getState()))

  await client.refetch()
  expect(states.map((state) => (state as { isFetching: boolean }).isFetching)).toEqual([true, false])

  auth.session = bob()
  await client.refetch()
  expect(states.at(-1)).toBe(client.getState())
  expect(new Set(states).size).toBe(states.length)

  unsubscribe()
  states.length = 0
  auth.session = null
  await client.refetch()
  expect(states).toEqual([])
  expect(client.getState().status).toBe('unauthenticated')
})

test('lets a listener leave, and bring another one, while it calls back', async () => {
  const { client } = createTestClient({ session: ann() })
  const second = vi.fn()
  const late = vi.fn()
  client.start()
  const leave = client.subscribe(() => {
    leave()
    client.subscribe(late)
  })
  client.subscribe(second)

  await client.refetch()

  expect(second).toHaveBeenCalledTimes(2)
  expect(late).toHaveBeenCalledTimes(1)
})

test('reports a listener that throws, and calls the others', async () => {
  const { client, logged } = createTestClient({ session: ann() })
  const fault = new Error('a fault of the app')
  const second = vi.fn()
  client.start()
  client.subscribe(() => {
    throw fault
  })
  client.subscribe(second)
  const unhandled = catchUnhandled()

  await client.refetch()

  expect(second).toHaveBeenCalledTimes(2)
  expect(client.getState()).toMatchObject({ status: 'authenticated', isFetching: false })
  expect(await unhandled()).toEqual([])
  expect(logged).toEqual([fault, fault])
})

/** xstate rethrows in a timer of its own what a listener throws. */
function catchUnhandled() {
  const caught: unknown[] = []
  const note = (error: unknown) => void caught.push(error)
  const before = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', note)
  return async () => {
    await new Promise((resolve) => setTimeout(resolve))
    process.off('uncaughtException', note)
    for (const listener of before) process.on('uncaughtException', listener)
    return caught
  }
}

test('shows an error until the next success', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  auth.answerNext('/session', serverError)

  const failed = await client.refetch()
  expect(failed).toMatchObject({
    status: 'authenticated',
    isStale: true,
    error: { name: 'SessionError', code: 'http', status: 500, url: '/api/auth/session' },
  })
  expect(client.getState().error).toBe(failed.error)

  expect(await client.refetch()).toMatchObject({ isStale: false, error: null })
})

test('has functions that can be passed around', async () => {
  const { client } = createTestClient()
  const { start, stop, getState, subscribe, refetch, getSession, update, signIn, signOut } = client
  const listener = vi.fn()
  subscribe(listener)

  start()
  await refetch()
  expect(await getSession()).toEqual(ann())
  expect(await update({ user: { name: 'Anna' } })).toMatchObject({ user: { name: 'Anna' } })
  expect(await signOut({ redirect: false })).toMatchObject({ result: { type: 'signed-out' } })
  expect(await signIn('credentials', { redirect: false, password: 'right' })).toMatchObject({ ok: true })
  stop()

  expect(getState().status).toBe('authenticated')
  expect(listener).toHaveBeenCalled()
})

test('lives beside others without touching them', async () => {
  const one = createTestClient({ session: ann() })
  const two = createTestClient({ session: null })
  one.client.start()
  two.client.start()
  two.auth.session = bob()

  await Promise.all([one.client.signOut({ redirect: false }), two.client.refetch()])

  expect(one.client.getState().status).toBe('unauthenticated')
  expect(two.client.getState().data?.user?.name).toBe('Bob')
  one.client.stop()
  expect(two.page.held()).not.toEqual([])
})

test('is made without touching anything', () => {
  const fetch = vi.spyOn(globalThis, 'fetch')
  const timer = vi.spyOn(globalThis, 'setTimeout')

  createSessionClient({ session: ann(), refetchInterval: 1 })
  createSessionClient()

  expect(fetch).not.toHaveBeenCalled()
  expect(timer).not.toHaveBeenCalled()
})
