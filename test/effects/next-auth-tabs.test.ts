import { expect, test } from 'vitest'
import { serverError } from '../client/fake-auth'
import { ann, bob } from '../client/sessions'
import { createTestClient } from '../client/test-client'

const changed = { event: 'session', data: { trigger: 'getSession' } }
const signedOut = { event: 'session', data: { trigger: 'signout' } }
const stored = (message: unknown, key = 'nextauth.message') => ({ key, newValue: JSON.stringify(message) })

async function listening(options: Parameters<typeof createTestClient>[0] = { session: ann() }) {
  const test = createTestClient(options)
  test.client.start()
  await test.auth.settled()
  return test
}

test('hears a tab on v5 that has signed in, and reads', async () => {
  const { client, auth, page, reads } = await listening({ session: null })

  page.hear(changed)
  await auth.settled()

  expect(reads()).toBe(1)
  expect(client.getState()).toMatchObject({
    status: 'authenticated',
    cause: { type: 'signed-in-in-other-tab', httpStatus: 200 },
  })
})

test('hears a tab on v5 that has signed out', async () => {
  const { client, auth, page } = await listening()
  auth.session = null

  page.hear(signedOut)
  await auth.settled()

  expect(client.getState()).toMatchObject({
    status: 'unauthenticated',
    cause: { type: 'signed-out-in-other-tab' },
  })
})

test('hears a tab on v4', async () => {
  const { client, auth, page, reads } = await listening()
  auth.session = bob()

  page.happens('storage', stored({ ...changed, timestamp: 1 }))
  await auth.settled()

  expect(reads()).toBe(1)
  expect(client.getState()).toMatchObject({ data: bob(), cause: { type: 'user-changed' } })
})

test('believes the server and not the message', async () => {
  const { client, auth, page } = await listening()

  page.hear(signedOut)
  await auth.settled()
  expect(client.getState()).toMatchObject({ status: 'authenticated', cause: { type: 'seeded' } })

  auth.answerNext('/session', serverError)
  page.hear(signedOut)
  await auth.settled()
  expect(client.getState()).toMatchObject({ status: 'authenticated', isStale: true })
})

const hostile: unknown[] = [
  undefined,
  null,
  0,
  true,
  '',
  'session',
  [],
  [changed],
  {},
  { event: 'session' },
  { event: 'session', data: null },
  { event: 'session', data: 'signout' },
  { event: 'session', data: [] },
  { event: 'session', data: { trigger: 'signOut' } },
  { event: 'session', data: { trigger: ['signout'] } },
  { event: 'session', data: { trigger: { toString: () => 'signout' } } },
  { event: 'signout', data: { trigger: 'signout' } },
  { event: ['session'], data: { trigger: 'getSession' } },
  { event: 'session', trigger: 'signout' },
  { type: 'session.answered', session: bob() },
  { ['__proto__']: changed },
  new Map([['event', 'session']]),
]

test.for(hostile)('ignores on the channel what is no message of next-auth: %o', async (message) => {
  const { client, auth, page, reads } = await listening()
  const before = client.getState()

  page.hear(message)
  await auth.settled()

  expect(reads()).toBe(0)
  expect(client.getState()).toBe(before)
  expect(client.actor.getSnapshot().status).toBe('active')
})

test.for([
  { key: 'nextauth.message', newValue: null },
  { key: 'nextauth.message', newValue: '' },
  { key: 'nextauth.message', newValue: '{' },
  { key: 'nextauth.message', newValue: 'null' },
  { key: 'nextauth.message', newValue: '"signout"' },
  { key: 'nextauth.message', newValue: '[{"event":"session"}]' },
  { key: null, newValue: null },
  stored(signedOut, 'other.message'),
  stored({ event: 'session', data: { trigger: 'other' } }),
])('ignores in the storage what is no message of next-auth: %o', async (written) => {
  const { client, auth, page, reads } = await listening()
  const before = client.getState()

  page.happens('storage', written)
  await auth.settled()

  expect(reads()).toBe(0)
  expect(client.getState()).toBe(before)
})

test('takes no more from a message than that it came', async () => {
  const { client, auth, page } = await listening()

  page.hear({ ...changed, session: bob(), at: 0, extra: { deep: [] } })
  await auth.settled()

  expect(client.getState().data).toEqual(ann())
})

test('is one read for a storm of messages', async () => {
  const { auth, page, reads } = await listening()

  for (let count = 0; count < 100; count += 1) {
    page.hear(changed)
    page.happens('storage', stored({ ...changed, timestamp: count }))
  }
  await auth.settled()

  expect(reads()).toBe(1)
})

test('tells the tabs on v5 and v4 of a sign-in, a sign-out and an update, and of no read', async () => {
  const written: string[][] = []
  const { client, page } = await listening({
    session: ann(),
    environment: {
      writeShared: (key, value) => key !== 'nextauth.message' || written.push([key, value]) > 0,
      now: () => 1_700_000_000_500,
    },
  })

  await client.refetch()
  await client.update()
  expect(page.told).toEqual([])
  expect(written).toEqual([])

  await client.update({ theme: 'dark' })
  await client.signOut({ redirect: false })
  await client.signIn('credentials', { redirect: false, password: 'right' })

  expect(page.told).toMatchObject([changed, signedOut, changed])
  expect(written.map(([, value]) => JSON.parse(value ?? ''))).toEqual(
    [changed, signedOut, changed].map((message) => ({
      ...message,
      timestamp: 1_700_000_000,
      // Tabs like this one hear of it elsewhere.
      sessionchart: 'sessionchart:/api/auth',
      // Two within a second are two values: a tab does not hear of the same one twice.
      at: 1_700_000_000_500,
    })),
  )
})

test('tells nobody of what did not work', async () => {
  const { client, auth, page } = await listening()
  for (const path of ['/signout', '/session', '/callback/credentials']) auth.answerAll(path, serverError)

  await client.signOut({ redirect: false })
  await client.update({ theme: 'dark' })
  await client.signIn('credentials', { redirect: false, password: 'right' })
  await client.signIn('credentials', { redirect: false, password: 'wrong' })

  expect(page.told).toEqual([])
})

test('tells of a sign-out also when the page is left for it', async () => {
  const { client, page } = await listening()

  await client.signOut({ redirectTo: '/bye' })

  expect(page.told).toMatchObject([signedOut])
})

test('works alone where there is neither a channel nor a storage', async () => {
  const { client, logged } = await listening({
    session: ann(),
    environment: { openChannel: () => null, hasShared: () => false, writeShared: () => false },
  })

  expect(await client.update({ theme: 'dark' })).toMatchObject({ theme: 'dark' })
  expect(await client.signOut({ redirect: false })).toMatchObject({ result: { type: 'signed-out' } })

  expect(logged).toEqual([])
  expect(client.actor.getSnapshot().status).toBe('active')
})

test('hears by the storage where there is no channel', async () => {
  const { auth, page, reads } = await listening({
    session: ann(),
    environment: { openChannel: () => null },
  })

  page.happens('storage', stored(changed))
  await auth.settled()

  expect(reads()).toBe(1)
})
