import { SessionError, SessionOptionError } from 'sessionchart'
import { beforeEach, expect, test, vi } from 'vitest'
import { json, networkError } from './fake-auth'
import { ann } from './sessions'
import { createTestClient, pass } from './test-client'

const right = { redirect: false, username: 'ann', password: 'right' }

test('a second call with the same payload joins the first: one post, one answer', async () => {
  const { client, auth } = createTestClient({ session: null })

  const [first, second] = await Promise.all([
    client.signIn('credentials', right),
    client.signIn('credentials', { ...right }),
  ])

  expect(second).toBe(first)
  expect(auth.count('/callback/credentials')).toBe(1)
})

test('another flow while one runs is refused as busy', async () => {
  const { client } = createTestClient({ session: null })

  const results = await Promise.all([
    client.signIn('credentials', right),
    client.signIn('credentials', { ...right, password: 'wrong' }),
    client.signOut({ redirect: false }),
  ])

  expect(results[0]).toMatchObject({ ok: true })
  expect(results[1]).toMatchObject({ ok: false, error: 'busy', status: 0, url: null })
  expect(results[2]?.result).toMatchObject({ type: 'failed', error: { code: 'busy' } })
  await expect(Promise.all([client.signIn('github', right), client.signOut()])).rejects.toMatchObject({
    code: 'busy',
  })
})

test('a flow can run again when it has ended', async () => {
  const { client, auth } = createTestClient({ session: null })

  expect(await client.signIn('credentials', { ...right, password: 'wrong' })).toMatchObject({ ok: false })
  expect(await client.signIn('credentials', right)).toMatchObject({ ok: true })
  expect(await client.signOut({ redirect: false })).toMatchObject({ result: { type: 'signed-out' } })
  expect(await client.signIn('credentials', right)).toMatchObject({ ok: true })

  expect(auth.count('/callback/credentials')).toBe(3)
})

test('a response has a result beside the fields of next-auth, and no more enumerable ones', async () => {
  const { client } = createTestClient({ session: null })

  const response = await client.signIn('credentials', right)

  expect(response).toEqual({
    error: undefined,
    code: undefined,
    status: 200,
    ok: true,
    url: 'http://localhost:3000/page',
  })
  expect(Object.keys(response ?? {})).toEqual(['error', 'code', 'status', 'ok', 'url'])
  expect(response?.result).toEqual({ type: 'signed-in' })
})

test('a call in the dialect v4 gets a response in the dialect v4', async () => {
  const { client } = createTestClient({ session: null, compat: { dialect: 'v4' } })

  expect(await client.signIn('credentials', { ...right, password: 'wrong' })).toEqual({
    error: 'CredentialsSignin',
    status: 200,
    ok: false,
    url: null,
  })
})

test('a sign-in that the server accepts but whose session cannot be read has worked', async () => {
  const { client, auth } = createTestClient({ session: null })
  auth.answerNext('/session', networkError)
  client.start()

  const response = await client.signIn('credentials', right)

  expect(response).toMatchObject({ ok: true, status: 200 })
  expect(client.getState()).toMatchObject({ status: 'unauthenticated', isStale: true })
  expect(await client.getSession()).toEqual(ann())
})

test('an accepted sign-in makes what was seen before outdated', async () => {
  const { client, auth } = createTestClient({ session: null })
  client.start()
  await client.signIn('credentials', right)

  client.configure({ session: null, fetch: auth.fetch })
  await auth.settled()

  expect(client.getState().status).toBe('authenticated')
})

test('requireSignIn leaves for the sign-in page, to come back here', async () => {
  const { client, page } = createTestClient({ session: null, basePath: '/mine/auth' })

  await client.requireSignIn()

  expect(page.visited).toEqual([
    '/mine/auth/signin?error=SessionRequired&callbackUrl=http%3A%2F%2Flocalhost%3A3000%2Fpage',
  ])
})

test('a flow that leaves needs a page to leave', async () => {
  const { client } = createTestClient({ session: null, environment: { href: () => undefined } })

  await expect(client.requireSignIn()).rejects.toMatchObject({ name: 'SessionError', code: 'redirect' })
  await expect(client.signIn('github')).rejects.toBeInstanceOf(SessionError)
})

test('fields that are no text are refused in development, and sent as text in production', async () => {
  const { client, auth } = createTestClient({ session: null })
  const fields = { ...right, remember: true }
  await expect(client.signIn('credentials', fields)).rejects.toThrow(SessionOptionError)
  await expect(client.signIn('credentials', fields)).rejects.toThrow('signIn option "remember"')
  expect(auth.requests).toEqual([])

  const production = createTestClient({ session: null, environment: { isProduction: () => true } })
  await production.client.signIn('credentials', { ...fields, hint: undefined })

  const body = new URLSearchParams(production.auth.requests.find(({ method }) => method === 'POST')?.body)
  expect(Object.fromEntries(body)).toMatchObject({ remember: 'true', password: 'right' })
  expect(body.has('hint')).toBe(false)
})

test('no secret is in the chart or in what an inspector sees', async () => {
  const seen: string[] = []
  const { client, auth } = createTestClient({
    session: null,
    inspect: (event) =>
      seen.push(JSON.stringify({ ...event, actorRef: null, rootId: null, sourceRef: null })),
  })
  client.start()

  await client.signIn('credentials', { ...right, password: 'wrong', pin: 'secret-1' })
  auth.answerAll('/session', () => json(ann()))
  await client.update({ token: 'secret-2' })

  expect(seen.length).toBeGreaterThan(10)
  expect(seen.filter((event) => /wrong|secret-1|secret-2/.test(event))).toEqual([])
})

test('a sign-out with a relative answer, or none, goes where it was asked to', async () => {
  const { client, auth, page } = createTestClient({ session: ann() })
  auth.answerNext('/signout', () => json({ url: '/bye' }))
  expect(await client.signOut({ redirect: false })).toMatchObject({ url: '/bye' })

  auth.answerNext('/signout', () => json({}))
  await client.signOut({ redirectTo: '/later' })
  expect(page.visited).toEqual(['/later'])
})

test('of many providers the one that was named is used, and only an own one', async () => {
  const { client, auth } = createTestClient({ session: null })

  const response = await client.signIn('constructor', right)

  expect(response?.result).toMatchObject({ type: 'failed', error: { code: 'providers' } })
  expect(auth.requests.map(({ path }) => path)).toEqual(['/providers'])
})

function useFakeTime() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  return () => vi.useRealTimers()
}

beforeEach(() => useFakeTime())

test('a page that is still here after 10 s is no more being left', async () => {
  const { client, auth, page, asked } = createTestClient({ session: ann() })
  client.start()
  await client.signOut()
  expect(client.actor.getSnapshot().hasTag('leaving')).toBe(true)
  await pass(9, auth)
  expect(client.getState().status).toBe('authenticated')

  await pass(1, auth)

  expect(client.actor.getSnapshot().hasTag('leaving')).toBe(false)
  expect(asked()).toEqual(['GET /csrf', 'POST /signout', 'GET /session'])
  expect(client.getState().status).toBe('unauthenticated')
  expect(page.visited).toHaveLength(1)
})

test('a page that comes back out of the cache looks who is signed in', async () => {
  const { client, auth, page, reads } = createTestClient({ session: ann() })
  client.start()
  await client.signOut()
  page.happens('pagehide', { persisted: true })

  page.happens('pageshow', { persisted: true })
  await auth.settled()

  expect(reads()).toBe(1)
  expect(client.getState().status).toBe('unauthenticated')
})

test('while the page is being left by a sign-in, its fields are not kept to tell a second click by', async () => {
  const { client, auth, page } = createTestClient({ session: null })
  client.start()
  await client.signIn('credentials', { username: 'ann', password: 'right' })
  expect(page.visited).toHaveLength(1)

  await client.signIn('credentials', { username: 'ann', password: 'another' })

  expect(auth.count('/callback/credentials')).toBe(1)
  expect(page.visited).toHaveLength(1)
})

test('while the page is being left, a second click joins, and nobody else sends it elsewhere', async () => {
  const { client, page, asked } = createTestClient({ session: ann() })
  client.start()
  await client.signOut()
  const before = asked()

  await expect(client.signOut()).resolves.toBeUndefined()
  await expect(client.requireSignIn()).resolves.toBeUndefined()

  expect(asked()).toEqual(before)
  expect(page.visited).toHaveLength(1)
})

test('a page that was to be left and has stayed can sign in and out', async () => {
  const { client, page } = createTestClient({ session: ann() })
  client.start()
  await client.signOut()

  await expect(client.signOut({ redirectTo: '/elsewhere' })).resolves.toBeUndefined()
  expect(await client.signIn('credentials', right)).toMatchObject({ ok: true })

  expect(page.visited).toHaveLength(2)
  expect(client.getState().status).toBe('authenticated')
})
