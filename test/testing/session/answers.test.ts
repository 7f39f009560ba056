import { SessionOptionError } from 'sessionchart'
import { createTestSession, pathsTo } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { ann, bob } from '../../support/people'

test('a sign-in that is held is accepted with who responds', async () => {
  const session = await createTestSession({ at: 'signing-in' })

  await session.server.respond(bob)

  expect(session.state).toMatchObject({ data: bob, cause: { type: 'signed-in' } })
  expect(session.server.session).toEqual(bob)
})

test('an update that is held is answered with who responds', async () => {
  const session = await createTestSession({ session: ann, at: 'updating' })
  const renamed = { ...ann, user: { ...ann.user, name: 'Ann Lee' } }

  await session.server.respond(renamed)

  expect(session.state.data).toEqual(renamed)
})

test('who responds is accepted in nothing that comes later', async () => {
  const session = await createTestSession({ users: [{ name: 'ann', password: 'right' }] })
  await session.server.respond(bob)
  session.server.session = null

  const wrong = { redirect: false, username: 'ann', password: 'wrong' } as const
  expect(await session.clock.until(() => session.client.signIn('credentials', wrong))).toMatchObject({
    ok: false,
  })
})

test('callbacks of the app may take real time', async () => {
  const authorize = () =>
    new Promise((resolve) => setTimeout(() => resolve({ id: '2', name: 'Bob', email: null }), 20))
  const session = await createTestSession({ authorize })

  const answer = await session.clock.until(() => session.client.signIn('credentials', { redirect: false }))

  expect(answer).toMatchObject({ ok: true })
  expect(session.state.data?.user?.name).toBe('Bob')
})

test('a read that has failed puts no session back', async () => {
  const session = await createTestSession({ session: ann })
  session.server.fail('session', { status: 503 }, { times: 1 })
  session.server.delay('session', '2s')
  await session.settle(() => session.client.refetch())
  session.server.session = null

  await session.clock.tick('2s')

  expect(session.server.session).toBeNull()
})

test('a read that comes late puts an old session back, as cookies do', async () => {
  const session = await createTestSession({ session: ann })
  session.server.delay('session', '2s')
  await session.settle(() => session.client.refetch())
  session.server.session = null

  await session.clock.tick('2s')

  expect(session.server.session).toEqual(ann)
})

test('the server has nobody any more when a session has ended', async () => {
  const session = await createTestSession({ at: 'expired', atExpiry: 'end' })
  expect(session.server.session).toBeNull()
})

test('what the server cannot answer rejects, and nothing is left unheard', async () => {
  const session = await createTestSession({ session: ann })
  session.server.fail('session', { status: 500, body: 1n })

  const { error } = await session.clock.until(() => session.client.refetch())

  expect(error).toMatchObject({ code: 'network' })
})

test('requests are those of this tab, in one array that goes on', async () => {
  const { requests, otherTab, settle, client } = await createTestSession({ session: ann })
  await otherTab.refetch()
  await settle(() => client.refetch())
  expect(requests).toMatchObject([{ tab: 'tab 1', method: 'GET', path: '/api/auth/session' }])
})

test('what settle is given may not reject unheard', async () => {
  const session = await createTestSession({ session: ann })
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  await expect(session.settle(() => session.client.update(cyclic))).rejects.toThrow(/circular/i)
})

test('calls that overlap come one after the other, and each takes its time', async () => {
  const { clock } = await createTestSession()
  const before = clock.now()
  await Promise.all([clock.tick('1m'), clock.tick('1m')])
  expect(clock.now() - before).toBe(120_000)
})

test.each([
  ['sesion', { sesion: ann }],
  ['fetch', { fetch: () => {} }],
  ['environment', { environment: {} }],
  ['seed', { seed: 1 }],
])('an option that there is not is refused: %s', async (option, options) => {
  const error = await createTestSession(options as never).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(SessionOptionError)
  expect(error).toMatchObject({ option })
  expect(() => pathsTo('stale', options as never)).toThrow(SessionOptionError)
})

test('a path says when the app has done something of its own on the way', async () => {
  const path = pathsTo('stale').find(({ steps }) => steps.length === 2)
  const session = await path?.start()
  if (!path || !session) throw new Error('There is no such path.')
  const [first] = path.steps
  await first?.take(session)
  await session.server.respond(ann)

  await expect(path.walk(session)).rejects.toThrow(/has done something of its own|ends at/)
})

test('walking leaves alone how slow the server was told to be', async () => {
  const [path] = pathsTo('stale').filter(({ description }) => description.endsWith('the request fails'))
  const session = await path?.start()
  if (!path || !session) throw new Error('There is no such path.')
  session.server.delay('session', '3s')
  await path.walk(session)
  await session.clock.tick('1s')
  expect(session.state.isStale).toBe(true)

  await session.clock.tick('2s')
  expect(session.state.isStale).toBe(true)
  await session.clock.tick('2s')
  expect(session.state.isStale).toBe(false)
})

test('a path is walked with the session that it has started', async () => {
  const [path] = pathsTo('expired')
  const session = await path?.start()
  await expect(path?.walk({ ...session } as never)).rejects.toThrow(/the very session/)
})
