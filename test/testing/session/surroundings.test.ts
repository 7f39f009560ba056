import { createTestSession } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { ann, bob } from '../../support/people'

test('the network is lost and comes back', async () => {
  const session = await createTestSession({ session: ann })

  await session.network.goOffline()
  expect(session.client.actor.getSnapshot().matches({ network: 'offline' })).toBe(true)
  expect((await session.clock.until(session.client.refetch())).error).toMatchObject({ code: 'network' })

  await session.network.goOnline()
  await session.clock.tick('5s')
  expect(session.state).toMatchObject({ error: null, isStale: false })
})

test('what is under way when the network is lost still has its answer', async () => {
  const session = await createTestSession({ session: ann, at: 'refetching' })

  await session.network.goOffline()
  await session.server.respond(bob)

  expect(session.state.data).toEqual(bob)
})

test('a tab that is shown again asks', async () => {
  const session = await createTestSession({ session: ann })

  await session.page.hide()
  await session.clock.tick('1m')
  expect(session.requests).toEqual([])

  await session.page.show()
  expect(session.requests).toHaveLength(1)
})

test.for(['leave', 'freeze'] as const)('a page that comes back after %s asks', async (go) => {
  const session = await createTestSession({ session: ann })

  await session.page[go]()
  await session.clock.tick('1h')
  expect(session.requests).toEqual([])
  session.server.session = null

  await session.page.comeBack()
  await session.clock.tick('10s')
  expect(session.state.status).toBe('unauthenticated')
})

test('the page goes nowhere, and tells where it was sent', async () => {
  const session = await createTestSession({ session: ann })

  await session.settle(() => session.client.signOut({ redirectTo: '/bye' }))

  expect(session.page.navigations).toEqual([expect.stringMatching(/\/bye$/)])
})

test('another tab signs in, updates, asks and signs out', async () => {
  const changes: unknown[] = []
  const onSessionChange = (data: unknown, { type }: { type: string }) => changes.push([data, type])
  const session = await createTestSession({ session: null, onSessionChange })

  await session.otherTab.signIn(ann)
  expect(session.state.data).toEqual(ann)

  await session.otherTab.update({ ...ann, theme: 'dark' } as typeof ann)
  expect(session.state.data).toMatchObject({ theme: 'dark' })

  session.server.session = bob
  await session.otherTab.refetch()
  expect(session.state).toMatchObject({ data: bob, cause: { type: 'user-changed' } })

  await session.otherTab.signOut()
  expect(session.state.data).toBeNull()
  expect(session.requests).toEqual([])
  expect(changes).toEqual([
    [ann, 'signed-in-in-other-tab'],
    [bob, 'user-changed'],
    [null, 'signed-out-in-other-tab'],
  ])
})

test('somebody else signs in, in another tab', async () => {
  const session = await createTestSession({ session: ann })

  await session.otherTab.signIn(bob)

  expect(session.state).toMatchObject({ data: bob, cause: { type: 'user-changed' } })
})

test('who somebody is, the app says', async () => {
  const identify = ({ team }: { team: string }) => team
  const [red, blue] = ['red', 'blue'].map((team) => ({ ...ann, team }))
  const session = await createTestSession({ session: red as typeof ann, identify })

  await session.otherTab.update(blue as typeof ann)

  expect(session.state.cause.type).toBe('user-changed')
})

test('another tab waits for a server that holds, and this one for it', async () => {
  const session = await createTestSession({ session: ann })
  session.server.hold()

  await session.otherTab.signOut()
  expect(session.state.status).toBe('authenticated')
  await session.settle(() => session.client.refetch())
  expect(session.requests).toEqual([])

  await session.server.release()
  expect(session.state.status).toBe('unauthenticated')
})

test('what fails is told to the logger of the test, and to nobody else', async () => {
  const told: unknown[] = []
  const session = await createTestSession({ session: ann, logger: { error: (error) => told.push(error) } })
  session.server.fail('session', 'network')

  await session.clock.until(session.client.refetch())

  expect(told).toMatchObject([{ code: 'network' }])
})

test('with nothing said nobody is signed in, and nothing was asked', async () => {
  const session = await createTestSession()

  expect(session.state).toMatchObject({ status: 'unauthenticated', data: null })
  expect(session.requests).toEqual([])
})

test('who is signed in is called Ann, unless the test says who', async () => {
  const somebody = await createTestSession({ at: 'authenticated' })
  const known = await createTestSession({ session: bob, at: 'stale' })

  expect(somebody.state.data).toMatchObject({ user: { name: 'Ann', email: 'ann@example.com' } })
  expect(known.state).toMatchObject({ data: bob, isStale: true })
})

test('stops', async () => {
  const session = await createTestSession({ session: ann, refetchInterval: 60 })

  session.stop()
  await session.clock.tick('1h')

  expect(session.requests).toEqual([])
})
