import { beforeEach, expect, test, vi } from 'vitest'
import { ann } from './sessions'
import { createTestClient, type TestClient } from './test-client'

// The browser was told to go elsewhere, and the page is still there: a test, a download, a page that asks first.

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

type Client = TestClient['client']
const right = { redirect: false, username: 'ann', password: 'right' }
const leavings: Array<[string, (client: Client) => Promise<unknown>]> = [
  ['signOut()', (client) => client.signOut()],
  ["signIn('github')", (client) => client.signIn('github')],
]
const next: Array<[string, (client: Client) => Promise<unknown>, object]> = [
  ['signIn', (client) => client.signIn('credentials', right), { ok: true, result: { type: 'signed-in' } }],
  ['signOut', (client) => client.signOut({ redirect: false }), { result: { type: 'signed-out' } }],
]
const cases = leavings.flatMap((leaving) =>
  next.map((call) => [leaving[0], call[0], leaving[1], call] as const),
)

test.for(cases)('after %s, %s runs at once', async ([, , leave, [, call, expected]]) => {
  const { client, auth, logged } = createTestClient({ session: ann() })
  client.start()
  await leave(client)
  expect(client.actor.getSnapshot().hasTag('leaving')).toBe(true)

  const response = await call(client)

  expect(response).toMatchObject(expected)
  await auth.settled()
  expect(client.actor.getSnapshot().hasTag('leaving')).toBe(false)
  expect(logged).toEqual([])
})

test.for(leavings)('after %s, an update runs at once', async ([, leave]) => {
  const { client, auth } = createTestClient({ session: ann() })
  client.start()
  await leave(client)
  auth.session = ann()

  expect(await client.update({ theme: 'dark' })).toMatchObject({ theme: 'dark' })

  await auth.settled()
  expect(client.actor.getSnapshot().hasTag('leaving')).toBe(false)
  expect(client.getState()).toMatchObject({ status: 'authenticated', data: { theme: 'dark' } })
})

test.for(leavings)('after %s, the same call joins while the client runs', async ([, leave]) => {
  const { client, page, asked } = createTestClient({ session: ann() })
  client.start()
  await leave(client)
  const before = asked()

  await expect(leave(client)).resolves.toBeUndefined()

  expect(asked()).toEqual(before)
  expect(page.visited).toHaveLength(1)
})

test.for(leavings)(
  'after %s, a client that nobody has started does the same call again',
  async ([, leave]) => {
    const { client, auth, page } = createTestClient({ session: ann() })

    await leave(client)
    await leave(client)

    expect(page.visited).toHaveLength(2)
    expect(auth.requests.filter(({ method }) => method !== 'GET')).toHaveLength(2)
    await auth.settled()
    expect(page.held()).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  },
)

test.for(leavings)('after %s, a client that nobody has started reads', async ([, leave]) => {
  const { client, auth, page } = createTestClient({ session: ann() })
  await leave(client)
  auth.session = ann()

  expect(await client.getSession()).toEqual(ann())

  await auth.settled()
  expect(page.held()).toEqual([])
})

test('goes on as a started client when one of its calls has begun to leave before the start', async () => {
  const { client, auth, page } = createTestClient({ session: ann() })
  const leaving = client.signOut()
  client.start()
  await leaving

  expect(await client.signIn('credentials', right)).toMatchObject({ ok: true })

  await auth.settled()
  expect(page.visited).toHaveLength(1)
  expect(client.getState().status).toBe('authenticated')
})
