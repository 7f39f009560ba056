import { createAuthServer } from 'sessionchart/testing/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { ann } from '../../support/people'
import { BASE, get, post, readJson, replyTo, signIn, users } from './ask'

/** Answers as plain data, where the platform has neither requests nor responses nor timers. */

const GONE = ['Request', 'Response', 'Headers', 'fetch', 'setTimeout', 'setInterval', 'setImmediate']

beforeEach(() => {
  for (const name of GONE) vi.stubGlobal(name, undefined)
  return () => void vi.unstubAllGlobals()
})

test.each(['v5', 'v4'] as const)('signs in, updates and signs out (%s)', async (version) => {
  const jwt = ({ token, session }: { token: object; session?: object }) => ({ ...token, ...session })
  const server = createAuthServer({ version, users, callbacks: { jwt } })

  await signIn(server, 'ann')
  expect(server.session).toMatchObject({ user: { name: 'ann' } })
  const { csrfToken } = await readJson(server, '/csrf')
  const body = JSON.stringify({ csrfToken, data: { name: 'Anna' } })
  const headers = { 'Content-Type': 'application/json' }
  await server.answer({ method: 'POST', url: `${BASE}/session`, headers, body })
  expect(await readJson(server, '/session')).toMatchObject({ user: { name: 'Anna' } })
  await post(server, '/signout', {})
  expect(server.session).toBeNull()
})

test('says all of a reply, the names of headers in lower case', async () => {
  const server = createAuthServer({ session: ann })

  expect(await get(server, '/session')).toEqual({
    type: 'reply',
    status: 200,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'private, no-cache, no-store',
      expires: '0',
      pragma: 'no-cache',
    },
    body: JSON.stringify(ann),
    delay: 0,
    cookies: expect.any(Object),
  })
})

test('says where a redirect leads', async () => {
  const server = createAuthServer()
  const { csrfToken } = await readJson(server, '/csrf')
  const headers = { 'content-type': 'application/json' }

  const url = `${BASE}/signout?callbackUrl=/bye`
  const answer = await server.answer({ method: 'POST', url, headers, body: JSON.stringify({ csrfToken }) })

  expect(answer).toMatchObject({ status: 302, headers: { location: 'https://site.example/bye' }, body: null })
})

test('says what a failure says', async () => {
  const server = createAuthServer()
  server.fail('session', { status: 503, body: 'Soon', headers: { 'content-type': 'text/plain' } })
  const { status, headers, body } = await replyTo(get(server, '/session'))
  expect([status, headers, body]).toEqual([503, { 'content-type': 'text/plain' }, 'Soon'])

  server.fail('session', { status: 204, headers: { 'Retry-After': '30' } })
  expect(await get(server, '/session')).toMatchObject({
    status: 204,
    headers: { 'retry-after': '30' },
    body: null,
  })
})

test.each([250, 'infinite'] as const)('says that it travels %s, and does not wait', async (delay) => {
  const server = createAuthServer()
  server.delay('session', delay)
  expect(await get(server, '/session')).toMatchObject({ type: 'reply', delay })

  server.fail('session', 'network')
  expect(await get(server, '/session')).toEqual({ type: 'lost', delay })
})

test.each([
  ['network', ann],
  ['answer-lost', null],
] as const)('is lost: %s', async (failure, left) => {
  const server = createAuthServer({ session: ann })
  server.fail('signOut', failure)

  expect(await post(server, '/signout', {})).toEqual({ type: 'lost', delay: 0 })
  expect(server.session).toBe(left)
})

test.each([
  ['/api/auth', 'https://site.example/app/api/auth/session'],
  ['/api/auth', 'https://site.example/api/authors'],
  ['https://auth.example/api/auth', 'https://site.example/api/auth/session'],
])('of %s leaves %s to others', async (basePath, url) => {
  const server = createAuthServer({ basePath })

  expect(await server.answer({ method: 'GET', url, headers: {}, body: '' })).toBeUndefined()
  expect(server.requests).toEqual([])
})

test('writes down what was asked', async () => {
  const server = createAuthServer()
  const headers = { 'X-Trace': '7', 'Content-Type': 'application/json' }

  await server.answer({ method: 'post', url: `${BASE}/session?x=1`, headers, body: '{"data":1}' })

  expect(server.requests).toEqual([
    {
      endpoint: 'update',
      method: 'POST',
      path: '/session?x=1',
      headers: { 'x-trace': '7', 'content-type': 'application/json' },
      body: { data: 1 },
    },
  ])
})

test('rejects what is no absolute URL', async () => {
  const server = createAuthServer()

  const asking = server.answer({ method: 'GET', url: '/api/auth/session', headers: {}, body: '' })

  await expect(asking).rejects.toThrow(TypeError)
})
