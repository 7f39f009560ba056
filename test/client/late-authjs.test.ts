import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFakeAuth } from './fake-auth'
import { createFakePage } from './fake-page'
import { ann } from './sessions'

// The code beyond reading the session is a file of its own, which the network or a new deployment may withhold.

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  vi.doUnmock('sessionchart/authjs')
  vi.resetModules()
})

/** A client whose page cannot load that file until it is told. */
async function createBereft(options: object = {}) {
  let isThere = false
  vi.doMock('sessionchart/authjs', (importActual) => {
    if (!isThere) throw new TypeError('Failed to fetch dynamically imported module')
    return importActual()
  })
  const { createSessionClient } = await import('sessionchart')
  const auth = createFakeAuth()
  const page = createFakePage()
  const logged: unknown[] = []
  const client = createSessionClient({
    fetch: auth.fetch,
    environment: page.environment,
    logger: { error: (error) => void logged.push(error) },
    session: ann(),
    ...options,
  })
  const deliver = () => {
    isThere = true
  }
  return { client, auth, page, logged, deliver }
}

const right = { redirect: false, username: 'ann', password: 'right' }

test.for(['v5', 'v4'] as const)(
  'a sign-in that stays fails for the network, in the words of %s',
  async (dialect) => {
    const { client, auth } = await createBereft({ compat: dialect })
    client.start()

    const response = await client.signIn('credentials', right)

    expect(response).toMatchObject({ ok: false, error: 'network', status: 0, url: null })
    expect(response?.result).toMatchObject({
      type: 'failed',
      error: { name: 'SessionError', code: 'network' },
    })
    expect(auth.requests).toEqual([])
    client.stop()
  },
)

test('the answer has a result that is no field of next-auth, as every other answer', async () => {
  const { client } = await createBereft()

  const responses = [await client.signIn('credentials', right), await client.signOut({ redirect: false })]

  expect(responses.map((response) => Object.keys(response ?? {}))).not.toContainEqual(
    expect.arrayContaining(['result']),
  )
})

test('a sign-out that stays fails for the network', async () => {
  const { client, auth } = await createBereft()
  client.start()

  const response = await client.signOut({ redirect: false })

  expect(response?.result).toMatchObject({ type: 'failed', error: { name: 'SessionError', code: 'network' } })
  expect(response).toMatchObject({ ok: false, error: 'network', status: 0, url: null })
  expect(auth.requests).toEqual([])
  expect(client.getState().status).toBe('authenticated')
  client.stop()
})

test('a sign-in, a sign-out and a required session that are to leave reject', async () => {
  const { client, page } = await createBereft()
  client.start()

  const failure = { name: 'SessionError', code: 'network' }
  await expect(client.signIn('github')).rejects.toMatchObject(failure)
  await expect(client.signOut()).rejects.toMatchObject(failure)
  await expect(client.requireSignIn()).rejects.toMatchObject(failure)

  expect(page.visited).toEqual([])
  client.stop()
})

test('reads work, and an update that shows as loading does not break the chart', async () => {
  const { client, auth, logged } = await createBereft({ compat: { loadingWhileUpdating: true } })
  client.start()
  const { actor } = client

  expect(await client.update()).toEqual(ann())
  await auth.settled()

  expect(client.actor).toBe(actor)
  expect(actor.getSnapshot().status).toBe('active')
  expect(await client.getSession()).toEqual(ann())
  expect(logged).toEqual([])
  client.stop()
})

test('an update with data fails and is reported', async () => {
  const { client, logged } = await createBereft()
  client.start()

  expect(await client.update({ theme: 'dark' })).toBeNull()

  expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann(), isStale: true })
  expect(logged).toMatchObject([{ name: 'SessionError', code: 'network' }])
  client.stop()
})

test('getProviders and getCsrfToken give nothing', async () => {
  const { client } = await createBereft()

  expect(await client.getProviders()).toBeNull()
  expect(await client.getCsrfToken()).toBeUndefined()
})

test('the next call tries again', async () => {
  const { client, auth, deliver } = await createBereft()
  client.start()
  expect(await client.signOut({ redirect: false })).toMatchObject({ result: { type: 'failed' } })
  deliver()

  expect(await client.signOut({ redirect: false })).toMatchObject({ result: { type: 'signed-out' } })
  expect(await client.signIn('credentials', right)).toMatchObject({ ok: true, result: { type: 'signed-in' } })

  expect(auth.session).toEqual(ann())
  client.stop()
})

test('hears and tells the other tabs once the network has come back with it', async () => {
  const { client, auth, page, deliver } = await createBereft()
  client.start()
  await auth.settled()
  expect(page.held()).not.toContain('channel')
  deliver()
  page.goOffline()

  page.goOnline()

  await vi.waitFor(() => expect(page.held()).toContain('channel'))
  expect(await client.update({ theme: 'dark' })).toMatchObject({ theme: 'dark' })
  expect(page.told).toHaveLength(1)
  client.stop()
})
