import { type SessionClient, SessionError } from 'sessionchart'
import { expect, test } from 'vitest'
import { ann } from './sessions'
import { createTestClient } from './test-client'

const form = { redirect: false, username: 'ann', password: 'right' }

type Case = [name: string, path: string, call: (client: SessionClient) => Promise<unknown>, expected: unknown]

const resolving: Case[] = [
  ['getSession', '/session', (client) => client.getSession(), null],
  ['update()', '/session', (client) => client.update(), null],
  ['update(data)', '/csrf', (client) => client.update({ theme: 'dark' }), null],
  [
    'refetch',
    '/session',
    (client) => client.refetch().then(({ status, isFetching }) => ({ status, isFetching })),
    { status: 'authenticated', isFetching: false },
  ],
  [
    'signIn',
    '/providers',
    (client) => client.signIn('credentials', form).then((response) => response?.result),
    { type: 'failed', error: expect.any(SessionError) },
  ],
  [
    'signOut',
    '/csrf',
    (client) => client.signOut({ redirect: false }).then((response) => response?.result),
    { type: 'failed', error: expect.any(SessionError) },
  ],
]

test.for(resolving)('settles %s, and reports nothing', async ([, path, call, expected]) => {
  const { client, auth, page, logged } = createTestClient({ session: ann() })
  const answer = auth.hold(path)
  client.start()
  const result = call(client)
  await auth.settled(1)
  expect(auth.count(path)).toBe(1)

  client.stop()

  expect(await result).toEqual(expected)
  answer()
  await auth.settled()
  expect(client.getState().status).toBe('authenticated')
  expect(client.getState().data).toEqual(ann())
  expect(page.held()).toEqual([])
  expect(auth.requests.at(-1)?.aborted).toBe(true)
  expect(logged).toEqual([])
})

test.for([
  ['signIn', '/providers', (client: SessionClient) => client.signIn('credentials', { password: 'right' })],
  ['signOut', '/csrf', (client: SessionClient) => client.signOut()],
] as const)('rejects %s that was to leave the page', async ([, path, call]) => {
  const { client, auth, page } = createTestClient({ session: ann() })
  auth.hold(path)
  client.start()
  const result = call(client)
  await auth.settled(1)

  client.stop()

  await expect(result).rejects.toThrow(/stopped/)
  expect(page.visited).toEqual([])
})

test('settles calls that wait in line, and sends nothing for them', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  auth.hold('/csrf')
  client.start()
  const results = [client.update({ n: 1 }), client.update({ n: 2 }), client.getSession()]
  const signOut = client.signOut({ redirect: false })
  await auth.settled(1)

  client.stop()

  expect(await Promise.all(results)).toEqual([null, null, null])
  expect((await signOut)?.result?.type).toBe('failed')
  await auth.settled()
  expect(auth.requests.map(({ path }) => path)).toEqual(['/csrf'])
})

test.for([
  ['signIn', (client: SessionClient) => client.signIn('credentials', form)],
  ['signOut', (client: SessionClient) => client.signOut({ redirect: false })],
] as const)('takes back %s that was called right before', async ([, call]) => {
  const { client, auth, page } = createTestClient({ session: ann() })
  client.start()
  const result = call(client)

  client.stop()

  expect((await result)?.result?.type).toBe('failed')
  await auth.settled()
  expect(auth.requests.filter(({ aborted }) => !aborted)).toEqual([])
  expect(page.held()).toEqual([])
})

test('settles each call once, whatever comes later', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  const answer = auth.hold('/session')
  client.start()
  const results: unknown[] = []
  client.getSession().then((session) => results.push(session))
  await auth.settled(1)

  client.stop()
  client.start()
  answer()
  await auth.settled()

  expect(results).toEqual([null])
  expect(await client.getSession()).toEqual(ann())
})

test('leaves a call after it to a run of its own', async () => {
  const { client, auth, page } = createTestClient({ session: ann() })
  client.start()
  client.stop()

  expect(await client.update({ theme: 'dark' })).toMatchObject({ theme: 'dark' })

  await auth.settled()
  expect(page.held()).toEqual([])
})

test.for([
  ['getProviders', '/providers', (client: SessionClient) => client.getProviders(), null],
  ['getCsrfToken', '/csrf', (client: SessionClient) => client.getCsrfToken(), undefined],
] as const)('ends %s, which no chart runs', async ([, path, call, expected]) => {
  const { client, auth, page, logged } = createTestClient({ session: ann() })
  const answer = auth.hold(path)
  const result = call(client)
  await auth.settled(1)
  expect(page.held()).toEqual(['timer'])

  client.stop()

  expect(await result).toBe(expected)
  expect(auth.requests.map(({ aborted }) => aborted)).toEqual([true])
  expect(page.held()).toEqual([])
  expect(logged).toEqual([])
  answer()
  expect(await call(client)).toBeTruthy()
})
