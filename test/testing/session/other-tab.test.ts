import { createTestSession, pathsTo } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { ann, bob } from '../../support/people'

const wrong = { redirect: false, username: 'ann', password: 'wrong' } as const

test.each([
  ['its endpoints elsewhere', { basePath: '/app/api/auth' }],
  ['a channel of its own', { channel: 'mine' }],
  [
    'ways to sign in, none of them with a password',
    { providers: [{ id: 'github', type: 'oauth' }] as const },
  ],
  [
    'a way to sign in with a password that it has named itself',
    {
      providers: [{ id: 'password', type: 'credentials' }] as const,
    },
  ],
])('another tab is one of the app, which has %s', async (_, options) => {
  const session = await createTestSession({ session: ann, ...options })

  await session.otherTab.signOut()
  expect(session.state).toMatchObject({
    status: 'unauthenticated',
    cause: { type: 'signed-out-in-other-tab' },
  })
  await session.otherTab.signIn(bob)

  expect(session.state).toMatchObject({ data: bob, cause: { type: 'signed-in-in-other-tab' } })
  expect(session.requests).toEqual([])
})

test('what watches the session of the app is not told of that in another tab', async () => {
  const changes: unknown[] = []
  const session = await createTestSession({ session: ann, onSessionChange: (data) => changes.push(data) })
  await session.otherTab.signIn(bob)
  expect(changes).toEqual([bob])
})

test('a sign-in in another tab that fails makes none of this tab succeed', async () => {
  const users = [{ name: 'ann', password: 'right' }]
  const session = await createTestSession({ users })
  session.server.fail('all', 'network')
  await session.otherTab.signIn(bob)
  session.server.recover()

  const answer = await session.clock.until(() => session.client.signIn('credentials', wrong))

  expect(answer).toMatchObject({ ok: false, error: 'CredentialsSignin' })
  expect(session.state.status).toBe('unauthenticated')
})

test('what another tab signs in with is not what this one is accepted with', async () => {
  const session = await createTestSession({ users: [{ name: 'ann', password: 'right' }] })
  session.server.hold()
  await session.otherTab.signIn(bob)
  const own = session.client.signIn('credentials', wrong)

  await session.server.release()

  expect(await session.clock.until(own)).toMatchObject({ ok: false, error: 'CredentialsSignin' })
  expect(session.server.session).toEqual(bob)
})

test('another tab waits for answers that travel', async () => {
  const session = await createTestSession({ session: ann })
  session.server.delay('all', '2s')
  const before = session.clock.now()

  await session.otherTab.signOut()

  expect(session.state.status).toBe('unauthenticated')
  expect(session.clock.now() - before).toBeGreaterThanOrEqual(4_000)
})

test('another tab that is held does both things that it was told to do', async () => {
  const session = await createTestSession({ session: ann })
  session.server.hold()
  await session.otherTab.refetch()
  await session.otherTab.refetch()
  session.server.session = bob

  await session.server.release()
  await session.settle()

  expect(session.state.data).toEqual(bob)
})

test('paths with another tab lead there at endpoints elsewhere, too', async () => {
  const paths = pathsTo('unauthenticated', { basePath: '/app/api/auth', longest: 2 })
  const path = paths.find(({ description }) => description.endsWith('the other tab has signed out'))
  const session = await path?.start()
  if (!session) throw new Error('There is no such path.')

  await path?.walk(session)

  expect(session.state.cause.type).toBe('signed-out-in-other-tab')
})
