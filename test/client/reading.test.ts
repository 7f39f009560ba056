import { expect, test } from 'vitest'
import { json, networkError, serverError } from './fake-auth'
import { ann, bob } from './sessions'
import { createTestClient } from './test-client'

test('refetch gives the state after the read', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  client.start()
  auth.session = bob()

  const state = await client.refetch()

  expect(state).toMatchObject({
    status: 'authenticated',
    data: bob(),
    isFetching: false,
    cause: { type: 'user-changed', trigger: 'call', httpStatus: 200 },
  })
  expect(state).toBe(client.getState())
})

test('refetch gives the error in the state and never rejects', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  auth.answerNext('/session', networkError)

  const state = await client.refetch()

  expect(state).toMatchObject({ status: 'authenticated', isStale: true, error: { code: 'network' } })
})

test('getSession gives the session, or null', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  client.start()

  expect(await client.getSession()).toEqual(ann())
  auth.answerNext('/session', serverError)
  expect(await client.getSession()).toBeNull()
  auth.session = null
  expect(await client.getSession()).toBeNull()
  expect(client.getState().status).toBe('unauthenticated')
})

test.for([
  ['null', () => json(null), 'signed out'],
  ['{}', () => json({}), 'signed out'],
  ['nothing', () => new Response(''), 'signed out'],
  ['204', () => new Response(null, { status: 204 }), 'signed out'],
  ['401 with a session', () => json(bob(), 401), 'signed out'],
  ['401 with HTML', () => new Response('<html>', { status: 401 }), 'signed out'],
  ['a session', () => json(bob()), 'signed in'],
  ['a session without a user', () => json({ expires: '2099-01-01' }), 'signed in'],
  ['true', () => json(true), 'parse'],
  ['a number', () => json(1), 'parse'],
  ['a string', () => json('signed in'), 'parse'],
  ['an array', () => json([]), 'parse'],
  ['HTML', () => new Response('<html>'), 'parse'],
  ['400 with null', () => json(null, 400), 'http'],
  ['403', () => json({ error: 'no' }, 403), 'http'],
  ['404', () => new Response('', { status: 404 }), 'http'],
  ['429', () => json({}, 429), 'http'],
  ['500', () => json(bob(), 500), 'http'],
  ['503 with HTML', () => new Response('<html>', { status: 503 }), 'http'],
  ['no answer', networkError, 'network'],
] as const)('takes %s for what it says', async ([, answer, meaning]) => {
  const session = ann()
  const { client, auth } = createTestClient({ session })
  auth.answerNext('/session', answer)

  const { status, data, error, isStale, cause } = await client.refetch()

  if (meaning === 'signed out') {
    expect([status, data, error, cause.type]).toEqual(['unauthenticated', null, null, 'server'])
  } else if (meaning === 'signed in') {
    expect([status, error]).toEqual(['authenticated', null])
    expect(data).not.toEqual(session)
  } else {
    expect([status, isStale, error?.code, cause.type]).toEqual(['authenticated', true, meaning, 'seeded'])
    expect(data).toBe(session)
  }
})

test('a call takes back the read that is out, and both callers get the newer answer', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  client.start()
  const answer = auth.hold('/session')
  const first = client.getSession()
  await auth.settled(1)
  const second = client.getSession()
  await auth.settled(1)
  auth.session = bob()
  answer()

  expect(await Promise.all([first, second])).toEqual([bob(), bob()])
  expect(auth.requests.map(({ aborted }) => aborted)).toEqual([true, false])
})

test('two calls in one tick are one read', async () => {
  const { client, reads } = createTestClient({ session: ann() })
  client.start()

  const [first, second] = await Promise.all([client.getSession(), client.getSession()])

  expect(first).toBe(second)
  expect(reads()).toBe(1)
})

test('the newer of two answers wins, in whichever order they come', async () => {
  const answers: Array<(session: object) => void> = []
  const { client } = createTestClient({
    session: ann(),
    // A fetch that does not heed its signal.
    fetch: () =>
      new Promise((resolve) => {
        answers.push((session) => resolve(json(session)))
      }),
  })
  client.start()
  const first = client.getSession()
  await Promise.resolve()
  const second = client.getSession()
  await expect.poll(() => answers.length).toBe(2)

  answers[1]?.(bob())
  await second
  answers[0]?.({ ...ann(), theme: 'late' })

  expect(await first).toEqual(bob())
  expect(client.getState().data).toEqual(bob())
})

/** A client that somebody looks at: it reads for that, and waits until it is answered. */
async function readOnFocus(session: ReturnType<typeof ann> | null) {
  const given = createTestClient({ session })
  given.client.start()
  await given.auth.settled()
  const answer = given.auth.hold('/session')
  given.page.turn('hidden')
  given.page.turn('visible')
  await given.auth.settled(1)
  return { ...given, answer }
}

test('focus joins a read that is out', async () => {
  const { page, auth, reads, answer } = await readOnFocus(ann())

  page.turn('hidden')
  page.turn('visible')
  answer()

  await auth.settled()
  expect(reads()).toBe(1)
})

test('what a tab with next-auth says is read for after a read that is out, once for all that it says meanwhile', async () => {
  const { client, page, auth, reads, answer } = await readOnFocus(null)

  auth.session = ann()
  for (const timestamp of [1, 2, 3])
    page.hear({ event: 'session', data: { trigger: 'getSession' }, timestamp })
  answer()

  await auth.settled()
  expect(client.getState().data).toEqual(ann())
  expect(reads()).toBe(2)
})

test('a call waits for an update that is out', async () => {
  const { client, auth, asked } = createTestClient({ session: ann() })
  const answer = auth.hold('/csrf')
  client.start()
  const updated = client.update({ theme: 'dark' })
  await auth.settled(1)
  const read = client.getSession()
  answer()

  expect(await updated).toMatchObject({ theme: 'dark' })
  expect(await read).toMatchObject({ theme: 'dark' })
  expect(asked()).toEqual(['GET /csrf', 'POST /session', 'GET /session'])
})

test('a call waits for a sign-in that runs, and sees its session', async () => {
  const { client, auth, asked } = createTestClient({ session: null })
  auth.session = null
  client.start()
  const signedIn = client.signIn('credentials', { redirect: false, password: 'right' })
  const answer = auth.hold('/csrf')
  await expect.poll(() => auth.count('/csrf')).toBe(1)
  const read = client.getSession()
  answer()

  expect(await signedIn).toMatchObject({ ok: true })
  expect(await read).toEqual(ann())
  expect(asked().filter((request) => request === 'GET /session')).toHaveLength(2)
})

test('a sign-out takes back the read that is out, which cannot sign in again', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  const answer = auth.hold('/session')
  client.start()
  const read = client.getSession()
  await auth.settled(1)

  expect(await client.signOut({ redirect: false })).toMatchObject({ result: { type: 'signed-out' } })
  answer()

  expect(await read).toBeNull()
  expect(auth.requests[0]?.aborted).toBe(true)
  expect(client.getState().status).toBe('unauthenticated')
})
