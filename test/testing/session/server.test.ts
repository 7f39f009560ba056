import { SessionOptionError } from 'sessionchart'
import { createTestSession } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { ann, bob } from '../../support/people'

const users = [{ id: '2', name: 'bob', password: 'right', email: 'bob@example.com' }]
const form = { redirect: false as const, username: 'bob', password: 'right' }
const refetchIn = async (session: Awaited<ReturnType<typeof createTestSession>>) => {
  await session.clock.until(session.client.refetch())
  return session.state
}

test('says who is signed in when it is asked', async () => {
  const session = await createTestSession({ session: ann })
  expect(session.server.session).toEqual(ann)

  session.server.session = bob
  expect(session.state.data).toEqual(ann)

  expect(await refetchIn(session)).toMatchObject({ data: bob, cause: { type: 'user-changed' } })
})

test('responds to who waits, and to those who come', async () => {
  const session = await createTestSession({ at: 'loading' })

  await session.server.respond(bob)
  expect(session.state).toMatchObject({ status: 'authenticated', data: bob })

  expect((await refetchIn(session)).data).toEqual(bob)
})

test('responds that nobody is signed in', async () => {
  const session = await createTestSession({ at: 'loading' })

  await session.server.respond(null)

  expect(session.state).toMatchObject({ status: 'unauthenticated', cause: { type: 'server' } })
})

test('holds requests until they are released', async () => {
  const session = await createTestSession({ session: ann })
  session.server.hold()

  await session.settle(() => session.client.refetch())
  expect(session.state.isFetching).toBe(true)
  await session.clock.tick('10s')
  expect(session.state.isFetching).toBe(true)

  await session.server.release()
  expect(session.state).toMatchObject({ isFetching: false, isStale: false })
})

test('fails and recovers', async () => {
  const session = await createTestSession({ session: ann })

  session.server.fail('session', { status: 503 })
  expect(await refetchIn(session)).toMatchObject({
    data: ann,
    isStale: true,
    error: { code: 'http', status: 503 },
  })

  session.server.recover()
  expect(await refetchIn(session)).toMatchObject({ data: ann, isStale: false, error: null })
})

test('is as slow as it is told, by the clock of the test', async () => {
  const session = await createTestSession({ session: ann })
  session.server.delay('session', 2_000)

  await session.settle(() => session.client.refetch())
  await session.clock.tick(1_999)
  expect(session.state.isFetching).toBe(true)

  await session.clock.tick(1)
  expect(session.state.isFetching).toBe(false)
})

test('signs in who it knows, and nobody else', async () => {
  const session = await createTestSession({ session: null, users })

  const refused = session.client.signIn('credentials', { ...form, password: 'wrong' })
  expect(await session.clock.until(refused)).toMatchObject({ ok: false, error: 'CredentialsSignin' })
  expect(session.state.status).toBe('unauthenticated')

  expect(await session.clock.until(session.client.signIn('credentials', form))).toMatchObject({ ok: true })
  expect(session.state.data).toMatchObject({ user: { name: 'bob' } })
  expect(session.server.session).toMatchObject({ user: { name: 'bob' } })
})

test.for(['v4', 'v5'] as const)('is like %s, at the path of the app', async (version) => {
  const session = await createTestSession({
    session: ann,
    version,
    basePath: '/app/api/auth',
    compat: version,
  })

  await session.clock.until(session.client.signOut({ redirect: false }))

  expect(session.state.cause.type).toBe('signed-out')
  expect(session.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /app/api/auth/csrf',
    'POST /app/api/auth/signout',
  ])
})

test('updates the session as the callbacks of the app say', async () => {
  const session = await createTestSession({
    session: ann,
    callbacks: {
      jwt: ({ token, session: data }) => ({ ...token, ...(data as object) }),
      session: ({ session: given, token }) => ({ ...given, theme: token.theme }),
    },
  })

  const updated = await session.clock.until(session.client.update({ theme: 'dark' }))

  expect(updated).toMatchObject({ theme: 'dark' })
})

test('knows the providers', async () => {
  const providers = [{ id: 'github', name: 'GitHub', type: 'oauth' as const }]
  const session = await createTestSession({ session: null, providers })

  const known = await session.clock.until(session.client.getProviders())
  expect(Object.keys(known ?? {})).toEqual(['github'])

  await session.settle(() => session.client.signIn('github'))
  expect(session.page.navigations).toHaveLength(1)
})

test('tells what it was asked, and nothing of other tabs', async () => {
  const session = await createTestSession({ session: ann, now: '2030-01-01' })

  await session.otherTab.refetch()
  expect(session.requests).toEqual([])

  await session.clock.tick('1m')
  await refetchIn(session)
  expect(session.requests).toMatchObject([
    { method: 'GET', path: '/api/auth/session', at: Date.UTC(2030, 0, 1, 0, 1), body: '' },
  ])
})

test.for<[name: string, session: unknown]>([
  ['a session without keys', {}],
  ['a string', 'ann'],
  ['an array', []],
])('refuses %s', async ([, wrong]) => {
  const session = await createTestSession()

  expect(() => {
    session.server.session = wrong as never
  }).toThrow(SessionOptionError)
  await expect(session.server.respond(wrong as never)).rejects.toThrow(SessionOptionError)
  await expect(session.otherTab.signIn(wrong as never)).rejects.toThrow(SessionOptionError)
  await expect(session.otherTab.update(wrong as never)).rejects.toThrow(SessionOptionError)
  await expect(createTestSession({ session: wrong as never })).rejects.toThrow(SessionOptionError)
  expect(() => session.server.fail('nowhere' as never, 'network')).toThrow(SessionOptionError)
})
