import { SessionError } from 'sessionchart'
import { expect, test } from 'vitest'
import { json, networkError, serverError } from './fake-auth'
import { ann } from './sessions'
import { createTestClient } from './test-client'

const csrfRejected = () => json(null, 400)

test('posts the data, shows the new session and tells the other tabs', async () => {
  const { client, auth, page, asked } = createTestClient({ session: ann() })
  client.start()
  await auth.settled()

  expect(await client.update({ theme: 'dark' })).toEqual({ ...ann(), theme: 'dark' })

  expect(asked()).toEqual(['GET /csrf', 'POST /session'])
  expect(JSON.parse(auth.requests[1]?.body ?? '')).toEqual({ csrfToken: 'token', data: { theme: 'dark' } })
  expect(client.getState()).toMatchObject({
    status: 'authenticated',
    data: { theme: 'dark' },
    isUpdating: false,
  })
  expect(page.told).toMatchObject([{ event: 'session', data: { trigger: 'getSession' } }])
})

test.for([null, {}, 0, '', false])('posts %o as data, too', async (data) => {
  const { client, auth } = createTestClient({ session: ann() })
  auth.answerAll('/session', () => json(ann()))

  await client.update(data)

  expect(JSON.parse(auth.requests[1]?.body ?? '')).toEqual({ csrfToken: 'token', data })
})

test('only reads without data, and tells nobody', async () => {
  const { client, auth, page, asked } = createTestClient({ session: ann() })
  client.start()
  await auth.settled()

  expect(await client.update()).toEqual(ann())

  expect(asked()).toEqual(['GET /session'])
  expect(page.told).toEqual([])
})

test('stays signed in, and says that it updates, while it runs', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  client.start()
  const states: string[] = []
  client.subscribe(() => {
    const { status, isFetching, isUpdating } = client.getState()
    states.push(`${status} ${isFetching} ${isUpdating}`)
  })

  await client.update({ theme: 'dark' })
  await auth.settled()

  expect(states).toEqual(['authenticated true true', 'authenticated false false'])
})

test('sends the data as it was when it was called', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  const data = { theme: 'dark' }
  const updated = client.update(data)
  data.theme = 'light'

  expect(await updated).toMatchObject({ theme: 'dark' })
  expect(auth.requests[1]?.body).toContain('dark')
})

test('refuses what cannot be serialised, and asks nothing', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  const circle: { self?: unknown } = {}
  circle.self = circle

  await expect(client.update(circle)).rejects.toThrow(TypeError)
  await expect(client.update({ id: 1n })).rejects.toThrow(TypeError)

  expect(auth.requests).toEqual([])
  expect(await client.update({ theme: 'dark' })).toMatchObject({ theme: 'dark' })
})

test('runs one update after the other, and the last one wins', async () => {
  const { client, auth, asked } = createTestClient({ session: ann() })
  client.start()

  const results = await Promise.all([
    client.update({ theme: 'dark' }),
    client.update({ theme: 'light' }),
    client.update({ theme: 'blue' }),
  ])

  expect(results.at(-1)).toMatchObject({ theme: 'blue' })
  expect(client.getState().data).toMatchObject({ theme: 'blue' })
  expect(asked()).toEqual(Array(3).fill(['GET /csrf', 'POST /session']).flat())
  const posted = auth.requests.filter(({ method }) => method === 'POST')
  expect(posted.map(({ body }) => JSON.parse(body).data.theme)).toEqual(['dark', 'light', 'blue'])
})

test('gives each update the session that it made', async () => {
  const { client } = createTestClient({ session: ann() })
  client.start()

  const results = await Promise.all([client.update({ theme: 'dark' }), client.update({ theme: 'light' })])

  expect(results).toMatchObject([{ theme: 'dark' }, { theme: 'light' }])
})

test('waits for the first read', async () => {
  const { client, auth, asked } = createTestClient()
  const answer = auth.hold('/session')
  client.start()
  const updated = client.update({ theme: 'dark' })
  await auth.settled(1)
  expect(asked()).toEqual(['GET /session'])
  answer()

  expect(await updated).toMatchObject({ theme: 'dark' })
  expect(asked()).toEqual(['GET /session', 'GET /csrf', 'POST /session'])
})

test('asks also while signed out, and gives null', async () => {
  const { client, auth, asked } = createTestClient({ session: null })
  auth.session = null

  expect(await client.update({ theme: 'dark' })).toBeNull()

  expect(asked()).toEqual(['GET /csrf', 'POST /session'])
})

test('signs out when it is answered with nobody', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  auth.session = null

  expect(await client.update({ theme: 'dark' })).toBeNull()

  expect(client.getState()).toMatchObject({
    status: 'unauthenticated',
    cause: { type: 'server', trigger: 'update', httpStatus: 200 },
  })
})

test('fetches a new token once when the first is rejected', async () => {
  const { client, auth, asked } = createTestClient({ session: ann() })
  auth.answerNext('/session', csrfRejected)

  expect(await client.update({ theme: 'dark' })).toMatchObject({ theme: 'dark' })

  expect(asked()).toEqual(['GET /csrf', 'POST /session', 'GET /csrf', 'POST /session'])
})

test.for([
  ['csrf', '/session', csrfRejected],
  ['http', '/session', serverError],
  ['network', '/session', networkError],
  ['http', '/csrf', serverError],
  ['network', '/csrf', networkError],
  ['csrf', '/csrf', () => json({})],
  ['parse', '/csrf', () => new Response('<html>')],
] as const)('keeps the session and names the error: %s of %s', async ([code, path, answer]) => {
  const { client, auth, page, logged } = createTestClient({ session: ann() })
  auth.answerAll(path, answer)

  expect(await client.update({ theme: 'dark' })).toBeNull()

  expect(client.getState()).toMatchObject({
    status: 'authenticated',
    data: ann(),
    isStale: true,
    error: { code },
  })
  expect(logged).toEqual([expect.any(SessionError)])
  expect(page.told).toEqual([])

  auth.answerAll(path, undefined)
  expect(await client.update({ theme: 'light' })).toMatchObject({ theme: 'light' })
  expect(client.getState().error).toBeNull()
})

test('an update goes on when the one before it fails', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  client.start()
  auth.answerNext('/csrf', networkError)

  const results = await Promise.all([client.update({ theme: 'dark' }), client.update({ theme: 'light' })])

  expect(results).toMatchObject([null, { theme: 'light' }])
  expect(client.getState()).toMatchObject({ data: { theme: 'light' }, error: null })
})

test('a sign-out waits for an update that is out', async () => {
  const { client, auth, asked } = createTestClient({ session: ann() })
  const answer = auth.hold('/csrf')
  client.start()
  const updated = client.update({ theme: 'dark' })
  await auth.settled(1)
  const signedOut = client.signOut({ redirect: false })
  answer()

  expect(await updated).toMatchObject({ theme: 'dark' })
  expect(await signedOut).toMatchObject({ result: { type: 'signed-out' } })
  expect(asked()).toEqual(['GET /csrf', 'POST /session', 'GET /csrf', 'POST /signout'])
})

test.for([
  ['a function', () => 1],
  ['a symbol', Symbol('data')],
] as const)('rejects %s, which JSON leaves out, and sends nothing', async ([, data]) => {
  const { client, auth } = createTestClient({ session: ann() })
  client.start()

  await expect(client.update(data)).rejects.toThrow(TypeError)

  await auth.settled()
  expect(auth.requests).toEqual([])
  expect(client.getState().isUpdating).toBe(false)
})

test('posts once when a 400 is a page of some server in between, and says so', async () => {
  const { client, auth } = createTestClient({ session: ann() })
  client.start()
  auth.answerAll('/session', () => new Response('<h1>Bad request</h1>', { status: 400 }))

  expect(await client.update({ theme: 'dark' })).toBeNull()

  expect(auth.count('/session', 'POST')).toBe(1)
  expect(client.getState()).toMatchObject({ status: 'authenticated', data: ann() })
  expect(client.getState().error).toMatchObject({ status: 400 })
  expect(['http', 'parse']).toContain(client.getState().error?.code)
})
