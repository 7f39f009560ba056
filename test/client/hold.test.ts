import { beforeEach, expect, test, vi } from 'vitest'
import { ann } from './sessions'
import { createTestClient, pass } from './test-client'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
})

test('runs until it is released, and keeps the state', async () => {
  const { client, auth, page, reads } = createTestClient({ refetchInterval: 60 })
  const release = client.hold()
  expect(client.isRunning()).toBe(true)
  await pass(60, auth)
  expect(reads()).toBe(2)

  release()
  await auth.settled()

  expect(client.isRunning()).toBe(false)
  expect(page.held()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
  expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann(), isFetching: false })
})

test('runs until the last of two holders has released it', async () => {
  const { client, auth, page } = createTestClient({ session: ann() })
  const first = client.hold()
  const second = client.hold()

  first()
  first()
  await auth.settled()
  expect(client.isRunning()).toBe(true)

  second()
  await auth.settled()
  expect(client.isRunning()).toBe(false)
  expect(page.held()).toEqual([])
})

test('goes on in the same run when it is held again at once', async () => {
  const { client, auth, page } = createTestClient({ session: ann() })
  const release = client.hold()
  const { actor } = client

  release()
  const again = client.hold()
  await auth.settled()

  expect(client.actor).toBe(actor)
  expect(client.isRunning()).toBe(true)
  again()
  await auth.settled()
  expect(page.held()).toEqual([])
})

test.for([
  ['getSession', '/session', ann()],
  ['update', '/csrf', { theme: 'dark' }],
  ['signOut', '/signout', { result: { type: 'signed-out' } }],
  ['signIn', '/callback/credentials', { ok: true }],
  ['a sign-out that leaves', '/signout', undefined],
] as const)('released while %s is out, it ends after the answer', async ([call, path, expected]) => {
  const { client, auth, page } = createTestClient({ session: ann(), refetchInterval: 60 })
  const release = client.hold()
  const answer = auth.hold(path)
  const result = {
    getSession: () => client.getSession(),
    update: () => client.update({ theme: 'dark' }),
    signOut: () => client.signOut({ redirect: false }),
    signIn: () => client.signIn('credentials', { redirect: false, password: 'right' }),
    'a sign-out that leaves': () => client.signOut(),
  }[call]()
  await auth.settled(1)

  release()
  await auth.settled(1)
  expect(client.isRunning()).toBe(true)
  answer()

  const given = await result
  if (expected) expect(given).toMatchObject(expected)
  await auth.settled()
  expect(client.isRunning()).toBe(false)
  expect(page.held()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
  expect(auth.requests.filter(({ aborted }) => aborted)).toEqual([])
})

test('released while it reads for nobody, it takes the read back', async () => {
  const { client, auth, page } = createTestClient()
  auth.hold('/session')
  const release = client.hold()
  await auth.settled(1)

  release()
  await auth.settled()

  expect(auth.requests.map(({ aborted }) => aborted)).toEqual([true])
  expect(client.isRunning()).toBe(false)
  expect(page.held()).toEqual([])
})

test('a started client runs on after its holder, until it is stopped', async () => {
  const { client, auth, page } = createTestClient({ session: ann() })
  client.start()
  const release = client.hold()

  release()
  await auth.settled()
  expect(client.isRunning()).toBe(true)

  client.stop()
  await auth.settled()
  expect(client.isRunning()).toBe(false)
  expect(page.held()).toEqual([])
})

test('a stop ends it for every holder, and a late release harms nobody', async () => {
  const { client, auth, page } = createTestClient({ session: ann() })
  const release = client.hold()
  client.stop()
  expect(client.isRunning()).toBe(false)

  const other = client.hold()
  release()
  await auth.settled()

  expect(client.isRunning()).toBe(true)
  other()
  await auth.settled()
  expect(page.held()).toEqual([])
})
