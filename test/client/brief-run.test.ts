import { beforeEach, expect, test, vi } from 'vitest'
import { networkError } from './fake-auth'
import { ann, bob } from './sessions'
import { createTestClient, pass, type TestClient } from './test-client'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

const right = { redirect: false, username: 'ann', password: 'right' }

const calls: Array<[string, (client: TestClient['client']) => Promise<unknown>, unknown, string[]]> = [
  ['getSession', (client) => client.getSession(), ann(), ['GET /session']],
  ['refetch', (client) => client.refetch(), { status: 'authenticated', data: ann() }, ['GET /session']],
  ['update()', (client) => client.update(), ann(), ['GET /session']],
  [
    'update(data)',
    (client) => client.update({ theme: 'dark' }),
    { ...ann(), theme: 'dark' },
    ['GET /csrf', 'POST /session'],
  ],
  [
    'signIn',
    (client) => client.signIn('credentials', right),
    { ok: true, status: 200 },
    ['GET /providers', 'GET /csrf', 'POST /callback/credentials', 'GET /session'],
  ],
  [
    'signOut',
    (client) => client.signOut({ redirect: false }),
    { result: { type: 'signed-out' } },
    ['GET /csrf', 'POST /signout'],
  ],
]

test.for(calls)(
  '%s works without a start, and leaves nothing running',
  async ([, call, result, requests]) => {
    const { client, asked, auth, page } = createTestClient({ session: ann(), refetchInterval: 60 })
    const actor = vi.fn()
    client.subscribe(actor)

    const given = await call(client)

    expect(given).toMatchObject(result as object)
    await auth.settled()
    expect(asked()).toEqual(requests)
    expect(page.held()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
    expect(client.getState()).toMatchObject({ isFetching: false, isUpdating: false })
  },
)

test('reads once for a call of a client that knows nothing yet', async () => {
  const { client, asked, page } = createTestClient()

  expect(await client.getSession()).toEqual(ann())

  expect(asked()).toEqual(['GET /session'])
  expect(client.getState()).toMatchObject({ status: 'authenticated', cause: { trigger: 'call' } })
  expect(page.held()).toEqual([])
})

test('updates a client that knows nothing yet', async () => {
  const { client, auth } = createTestClient()

  expect(await client.update({ theme: 'dark' })).toEqual({ ...ann(), theme: 'dark' })

  expect(auth.count('/session', 'POST')).toBe(1)
  expect(client.getState().status).toBe('authenticated')
})

test('serves calls that come together, and ends after the last', async () => {
  const { client, auth, page } = createTestClient()

  const results = await Promise.all([
    client.getSession(),
    client.update({ theme: 'dark' }),
    client.getSession(),
  ])

  expect(results[1]).toMatchObject({ theme: 'dark' })
  expect(client.getState()).toMatchObject({ status: 'authenticated', data: { theme: 'dark' } })
  await auth.settled()
  expect(page.held()).toEqual([])
})

test('does not try again after a failure', async () => {
  const { client, auth, page, reads, logged } = createTestClient()
  auth.answerNext('/session', networkError)

  expect(await client.getSession()).toBeNull()

  await pass(600, auth)
  expect(reads()).toBe(1)
  expect(logged).toHaveLength(1)
  expect(page.held()).toEqual([])
  expect(client.getState()).toMatchObject({ status: 'unauthenticated', cause: { type: 'unreachable' } })
})

test('keeps what it has learned for the next one, and for the start', async () => {
  const { client, auth, reads } = createTestClient()
  await client.getSession()
  auth.session = bob()
  await client.getSession()
  expect(client.getState().cause.type).toBe('user-changed')

  client.start()
  await auth.settled()

  expect(client.getState().data?.user?.name).toBe('Bob')
  expect(reads()).toBe(2)
})

test('goes on as a started client when the start comes meanwhile', async () => {
  const { client, auth, page, reads } = createTestClient()
  const answer = auth.hold('/session')
  const session = client.getSession()
  await auth.settled(1)
  client.start()
  answer()

  expect(await session).toEqual(ann())
  await auth.settled()
  expect(reads()).toBe(1)
  expect(page.held()).toContain('online listener')
})

test('hears other tabs no longer than it lasts', async () => {
  const { client, auth, page, reads } = createTestClient({ session: ann() })
  await client.getSession()

  page.hear({ event: 'session', data: { trigger: 'getSession' } })
  page.happens('visibilitychange')
  page.happens('online')

  await auth.settled()
  expect(reads()).toBe(1)
})

test('ends when the page that was to be left is still there after a while', async () => {
  const { client, auth, page } = createTestClient({ session: null })

  expect(await client.signIn('github')).toBeUndefined()
  expect(page.visited).toEqual(['https://github.example/authorize'])

  await pass(10, auth)
  expect(page.held()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('asks for a token and for the providers without any run', async () => {
  const { client, asked, page } = createTestClient()

  expect(await client.getCsrfToken()).toBe('token')
  expect(Object.keys((await client.getProviders()) ?? {})).toHaveLength(3)

  expect(asked()).toEqual(['GET /csrf', 'GET /providers'])
  expect(client.getState().status).toBe('loading')
  expect(page.held()).toEqual([])
})
