import { SessionError } from 'sessionchart'
import { createClient, type EngineLoader, type EngineModule } from 'sessionchart/client'
import { createEngine } from 'sessionchart/engine'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createFakeAuth } from './fake-auth'
import { createFakePage } from './fake-page'
import { ann, bob } from './sessions'

// In a browser the engine is a file of its own, which comes later than the first render, or not at all.

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function createLoading() {
  let settle: { resolve(module: EngineModule): void; reject(error: unknown): void } | undefined
  const promise = new Promise<EngineModule>((resolve, reject) => {
    settle = { resolve, reject }
  })
  return { promise, ...settle }
}

/** A client whose engine comes, or fails to come, when the test says so. */
function createLate(options: object = {}) {
  let isThere = false
  let asked = 0
  let loading = createLoading()
  const loader: EngineLoader = {
    get: () => (isThere ? { createEngine } : null),
    load() {
      asked += 1
      return loading.promise
    },
  }
  const auth = createFakeAuth()
  const page = createFakePage()
  const logged: unknown[] = []
  const client = createClient(loader, {
    fetch: auth.fetch,
    environment: page.environment,
    logger: { error: (error) => void logged.push(error) },
    ...options,
  })
  return {
    ...{ client, auth, page, logged },
    asked: () => asked,
    async arrive() {
      isThere = true
      loading.resolve?.({ createEngine })
      await vi.advanceTimersByTimeAsync(0)
      await auth.settled()
    },
    async fail() {
      loading.reject?.(new SessionError({ code: 'network', message: 'Failed to fetch' }))
      loading = createLoading()
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

const right = { redirect: false, username: 'ann', password: 'right' }
const failed = { ok: false, error: 'network', status: 0, url: null, result: { type: 'failed' } }

describe('until it is there', () => {
  test('the client shows what it was seeded with, and has no chart', () => {
    const { client } = createLate({ session: ann() })
    client.start()

    expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann(), isFetching: false })
    expect(client.isRunning()).toBe(true)
    expect(client.isReady()).toBe(false)
    expect(client.hasTag('authenticated')).toBe(true)
    expect(client.hasTag('signed-out')).toBe(false)
    expect(() => client.actor).toThrow('client.ready()')
  })

  test('nothing is asked for twice, nor held of the page', () => {
    const { client, page, asked } = createLate()

    client.start()
    client.hold()
    client.refetch()

    expect(asked()).toBe(1)
    expect(page.held()).toEqual(['timer'])
  })

  test('a session that the app brings is shown at once', () => {
    const { client } = createLate({ session: ann() })
    client.start()

    client.configure({ session: bob() })

    const shown = client.getState()
    expect(shown).toMatchObject({ status: 'authenticated', data: bob(), cause: { type: 'prop' } })
    expect(client.preview(ann())).toMatchObject({ status: 'authenticated', data: ann() })
    expect(client.preview(null)).toMatchObject({ status: 'unauthenticated', data: null })
    expect(client.getState()).toBe(shown)
  })

  test('a session that the app brings is shown to nobody who ignores those', () => {
    const { client } = createLate({ session: ann(), compat: { ignoreSessionPropChanges: true } })
    client.start()

    client.configure({ session: bob(), compat: { ignoreSessionPropChanges: true } })

    expect(client.getState()).toMatchObject({ data: ann(), cause: { type: 'seeded' } })
  })

  test('a session that the app has brought is there after a stop, and asked about', async () => {
    const { client, auth, arrive } = createLate({ session: ann() })
    auth.session = bob()
    client.start()
    client.configure({ session: bob(), fetch: auth.fetch })

    client.stop()
    expect(client.getState().data).toEqual(bob())
    client.start()
    await arrive()

    expect(client.getState().data).toEqual(bob())
    expect(auth.count('/session')).toBe(1)
    client.stop()
  })

  test('of two that the app has brought, one before a stop and one after it, the chart hears the second', async () => {
    const onSessionChange = vi.fn()
    const { client, auth, arrive } = createLate({ session: ann(), onSessionChange })
    client.start()
    client.configure({ session: null, fetch: auth.fetch, onSessionChange })
    client.stop()

    client.configure({ session: bob(), fetch: auth.fetch, onSessionChange })
    expect(client.getState().data).toEqual(bob())
    client.start()
    await arrive()

    expect(client.getState().data).toEqual(bob())
    expect(onSessionChange).not.toHaveBeenCalled()
    client.stop()
  })

  test('who is known to be signed out, is; who is not known to be, is not', () => {
    expect(createLate({ session: null }).client.hasTag('signed-out')).toBe(true)
    expect(createLate().client.hasTag('signed-out')).toBe(false)
  })
})

describe('when it is there', () => {
  test('the client reads the session, once', async () => {
    const { client, auth, arrive } = createLate()
    auth.session = ann()
    client.start()
    const ready = client.ready()

    await arrive()

    await ready
    expect(client.isReady()).toBe(true)
    expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann() })
    expect(client.hasTag('authenticated')).toBe(true)
    expect(auth.requests).toMatchObject([{ method: 'GET', path: '/session' }])
    client.stop()
  })

  test('calls get their answers that have waited for it', async () => {
    const { client, auth, arrive } = createLate({ session: ann() })
    auth.session = ann()
    const calls = [client.getSession(), client.update({ theme: 'dark' })]

    await arrive()

    expect(await Promise.all(calls)).toMatchObject([ann(), { theme: 'dark' }])
    await vi.waitFor(() => expect(client.isRunning()).toBe(false))
  })

  test.for(['v5', 'v4'] as const)('a sign-in and a sign-out go out, in the words of %s', async (compat) => {
    const { client, auth, arrive } = createLate({ session: null, compat })
    client.start()
    const signedIn = client.signIn('credentials', right)
    await arrive()
    expect(await signedIn).toMatchObject({ ok: true })
    expect(auth.session).toEqual(ann())

    expect((await client.signOut({ redirect: false }))?.result).toEqual({ type: 'signed-out' })
    client.stop()
  })

  test('what the app has said meanwhile is a change, and followed by one read', async () => {
    const changes: unknown[] = []
    const told = { onSessionChange: (...change: unknown[]) => void changes.push(change) }
    const { client, auth, arrive } = createLate({ session: ann(), ...told })
    auth.session = bob()
    client.start()
    client.configure({ session: bob(), fetch: auth.fetch, ...told })

    await arrive()

    expect(changes).toEqual([[bob(), expect.objectContaining({ type: 'prop' })]])
    expect(client.getState()).toMatchObject({ data: bob(), cause: { type: 'prop' } })
    expect(auth.requests).toMatchObject([{ method: 'GET', path: '/session' }])
    client.stop()
  })

  test('the client runs, whoever has asked for it', async () => {
    const { client, auth, arrive, fail } = createLate()
    auth.session = ann()
    client.start()
    await fail()
    const ready = client.ready()

    await arrive()

    await ready
    await vi.advanceTimersByTimeAsync(0)
    expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann() })
    client.stop()
  })

  test('it goes by the settings of now', async () => {
    const { client, auth, arrive } = createLate({ session: ann() })
    auth.session = ann()
    client.start()
    client.configure({ session: ann(), refetchInterval: 60, fetch: auth.fetch })

    await arrive()
    await vi.advanceTimersByTimeAsync(60_000)

    expect(auth.requests).toMatchObject([{ method: 'GET', path: '/session' }])
    client.stop()
  })

  test.for(['stop', 'release'] as const)('nothing runs after a %s', async (how) => {
    const { client, auth, page, arrive } = createLate()
    const release = client.hold()
    if (how === 'stop') client.stop()
    else release()

    await arrive()

    expect(client.isRunning()).toBe(false)
    expect(auth.requests).toEqual([])
    expect(page.held()).toEqual([])
  })
})

test('a client that was stopped and started waits as before', async () => {
  const { client, auth, logged, arrive } = createLate()
  auth.session = ann()
  client.start()
  client.stop()
  client.start()

  await arrive()

  expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann() })
  expect(logged).toEqual([])
  client.stop()
})

test('a stop settles the calls that wait for it', async () => {
  const { client, auth, arrive } = createLate({ session: ann() })
  client.start()
  const calls = [client.getSession(), client.update({ theme: 'dark' }), client.signIn('credentials', right)]

  client.stop()

  expect(await Promise.all(calls)).toMatchObject([null, null, failed])
  await arrive()
  expect(auth.requests).toEqual([])
})

describe('when it cannot be loaded', () => {
  test('nobody is known to be signed in, and why is said', async () => {
    const { client, logged, fail } = createLate()
    client.start()

    await fail()

    expect(client.getState()).toMatchObject({
      status: 'unauthenticated',
      data: null,
      cause: { type: 'unreachable', failure: { code: 'network' } },
      error: { name: 'SessionError', code: 'network' },
      isStale: true,
    })
    expect(client.hasTag('signed-out')).toBe(false)
    expect(logged).toMatchObject([{ name: 'SessionError', code: 'network' }])
    client.stop()
  })

  test('the session stays that is known, and is read as soon as that is possible', async () => {
    const { client, auth, arrive, fail } = createLate({ session: ann() })
    auth.session = ann()
    client.start()

    await fail()
    expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann(), isStale: true })

    client.ready()
    await arrive()
    await vi.advanceTimersByTimeAsync(0)
    await auth.settled()
    expect(client.getState()).toMatchObject({ status: 'authenticated', isStale: false, error: null })
    expect(auth.requests).toMatchObject([{ method: 'GET', path: '/session' }])
    client.stop()
  })

  test('it never shows as loading again, and is logged once', async () => {
    const { client, auth, logged, arrive, fail } = createLate()
    auth.session = ann()
    const statuses: string[] = []
    client.start()
    client.subscribe(() => statuses.push(client.getState().status))

    await fail()
    await vi.advanceTimersByTimeAsync(10_000)
    await fail()
    await vi.advanceTimersByTimeAsync(10_000)
    await arrive()

    expect(new Set(statuses)).toEqual(new Set(['unauthenticated', 'authenticated']))
    expect(client.getState().status).toBe('authenticated')
    expect(logged).toHaveLength(1)
    client.stop()
  })

  test('it fails when it takes longer than a request may', async () => {
    const { client, arrive, auth } = createLate({ requestTimeout: 2 })
    auth.session = ann()
    client.start()
    const call = client.signIn('credentials', right)

    await vi.advanceTimersByTimeAsync(2_000)

    expect(client.getState()).toMatchObject({ status: 'unauthenticated', error: { code: 'timeout' } })
    expect(await call).toMatchObject({ ok: false, error: 'timeout' })
    await vi.advanceTimersByTimeAsync(10_000)
    await arrive()
    expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann() })
    client.stop()
  })

  test('nothing is left of a call that nobody runs the client for', async () => {
    const { client, page, fail, asked } = createLate({ session: ann() })
    const call = client.getSession()

    await fail()

    expect(await call).toBeNull()
    expect(client.isRunning()).toBe(false)
    expect(page.held()).toEqual([])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked()).toBe(1)
  })

  test('calls that wait are told', async () => {
    const { client, fail } = createLate({ session: ann() })
    const staying = [
      ...[client.getSession(), client.update({ theme: 'dark' }), client.getProviders()],
      ...[client.signIn('credentials', right), client.signOut({ redirect: false })],
    ]
    const leaving = [client.signIn('github'), client.signOut(), client.requireSignIn()]
    const left = Promise.allSettled(leaving)

    await fail()

    const signedOut = { url: 'http://localhost:3000/page', result: failed.result }
    expect(await Promise.all(staying)).toMatchObject([null, null, null, failed, signedOut])
    const rejected = { status: 'rejected', reason: { name: 'SessionError', code: 'network' } }
    expect(await left).toMatchObject([rejected, rejected, rejected])
  })

  test('it is tried again after a while, and then the client works', async () => {
    const { client, auth, arrive, fail, asked } = createLate()
    auth.session = ann()
    client.start()
    await fail()

    await vi.advanceTimersByTimeAsync(9_999)
    expect(asked()).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked()).toBe(2)
    await arrive()

    expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann(), error: null })
    client.stop()
  })

  test('the next call tries again at once', async () => {
    const { client, auth, arrive, fail, asked } = createLate()
    auth.session = ann()
    client.start()
    await fail()

    const call = client.getSession()
    expect(asked()).toBe(2)
    await arrive()

    expect(await call).toEqual(ann())
    await vi.advanceTimersByTimeAsync(10_000)
    expect(asked()).toBe(2)
    client.stop()
  })

  test.for(['stop', 'release'] as const)('it is not tried again after a %s', async (how) => {
    const { client, page, fail, asked } = createLate()
    const release = client.hold()
    await fail()

    if (how === 'stop') client.stop()
    else release()

    expect(page.held()).toEqual([])
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked()).toBe(1)
  })
})
