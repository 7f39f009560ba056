import { SessionError } from 'sessionchart'
import { beforeEach, expect, test, vi } from 'vitest'
import { ann } from '../client/sessions'
import { createTestClient, pass } from '../client/test-client'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

const asks = [
  ['/session', (client: Client) => client.refetch().then(({ error }) => error)],
  ['/csrf', (client: Client) => client.update({ n: 1 }).then(() => client.getState().error)],
  ['/providers', (client: Client) => client.signIn('credentials', form).then(errorIn)],
  ['/callback/credentials', (client: Client) => client.signIn('credentials', form).then(errorIn)],
  ['/signout', (client: Client) => client.signOut({ redirect: false }).then(errorIn)],
] as const

type Client = ReturnType<typeof createTestClient>['client']
const form = { redirect: false, password: 'right' }
const errorIn = (response: { result?: { type: string; error?: SessionError } } | undefined) =>
  response?.result?.error

test.for(asks)('%s has a time limit', async ([path, ask]) => {
  const { client, auth, page } = createTestClient({ session: ann(), requestTimeout: 5 })
  auth.hold(path)
  const asked = ask(client)
  await auth.settled(1)
  expect(auth.count(path)).toBe(1)

  await pass(5, auth)

  const error = await asked
  expect(error).toBeInstanceOf(SessionError)
  expect(error).toMatchObject({ code: 'timeout', url: expect.stringContaining(path) })
  expect(error?.message).toBe(`${error?.url} did not answer within 5 s.`)
  expect(auth.requests.at(-1)?.aborted).toBe(true)
  expect(page.held()).toEqual([])
})

test('the limit counts the body, too', async () => {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
  })
  const { client, auth } = createTestClient({
    session: ann(),
    requestTimeout: 5,
    fetch: async () => new Response(body),
  })
  const asked = client.refetch()

  await pass(5, auth)

  expect((await asked).error?.code).toBe('timeout')
})

test('a fetch that does not heed its signal keeps nobody waiting', async () => {
  const { client, auth } = createTestClient({
    session: ann(),
    requestTimeout: 5,
    fetch: () => new Promise(() => {}),
  })
  const asked = client.refetch()

  await pass(5, auth)

  expect((await asked).error?.code).toBe('timeout')
})

test('a fetch that refuses the signal of another maker gets none', async () => {
  const { client, auth } = createTestClient({
    session: ann(),
    fetch: async (url, init) => {
      if (init?.signal) throw new TypeError('Expected signal to be an instance of AbortSignal.')
      return auth.fetch(url, init)
    },
  })

  expect(await client.refetch()).toMatchObject({ status: 'authenticated', error: null, isStale: false })
  expect(auth.count('/session')).toBe(1)
})

test('an answer in time leaves no timer', async () => {
  const { client } = createTestClient({ session: ann() })

  await client.refetch()

  expect(vi.getTimerCount()).toBe(0)
})

test.for([
  ['an error', new TypeError('fetch failed'), 'fetch failed'],
  ['a text', 'no network', 'no network'],
  ['nothing', undefined, 'undefined'],
] as const)('a fetch that throws %s is a network error with its cause', async ([, thrown, message]) => {
  const { client } = createTestClient({
    session: ann(),
    fetch: () => {
      throw thrown
    },
  })

  const { error } = await client.refetch()

  expect(error).toMatchObject({ code: 'network', message, url: '/api/auth/session' })
  expect(error?.cause).toBe(thrown)
})

test.for([
  ['text', { ok: true, status: 200, text: async () => JSON.stringify(ann()) }],
  ['json', { ok: true, json: async () => ann() }],
  ['all of a response', Response.json(ann())],
] as const)('a stand-in for a response with %s is enough', async ([, response]) => {
  const { client } = createTestClient({ fetch: async () => response as Response })

  expect(await client.getSession()).toEqual(ann())
})

test('the global fetch is looked up when it is used', async () => {
  const { client } = createTestClient({ fetch: undefined })
  const late = vi.fn(async () => Response.json(ann()))
  vi.stubGlobal('fetch', late)

  expect(await client.getSession()).toEqual(ann())

  expect(late).toHaveBeenCalledWith('/api/auth/session', expect.anything())
  vi.unstubAllGlobals()
})

test('a missing fetch is a network error', async () => {
  const { client } = createTestClient({ session: ann(), fetch: undefined })
  vi.stubGlobal('fetch', undefined)

  const { status, error } = await client.refetch()

  expect([status, error?.code]).toEqual(['authenticated', 'network'])
  vi.unstubAllGlobals()
})
