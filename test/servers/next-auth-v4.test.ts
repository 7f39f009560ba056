import GitHub from 'next-auth-v4/providers/github'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuthServer } from './auth-server'
import { type BrowserFetch, createBrowserFetch } from './cookie-fetch'
import { startNextAuthV4Server } from './next-auth-v4'
import { noMarker, postForm, postUpdate, read, readCsrfToken, v4Marker, v5Marker } from './protocol'

/** The record of what next-auth v4 answers, to the letter: what `contract.md` says of v4 servers rests on this. */

let server: AuthServer
let fetch: BrowserFetch
let csrfToken: string
let callbackUrl: string
const ann = { username: 'ann', password: 'ann-password' }

beforeEach(async () => {
  server = await startNextAuthV4Server({
    providers: [GitHub({ clientId: 'client', clientSecret: 'secret' })],
  })
  fetch = createBrowserFetch(server.url)
  callbackUrl = `${server.url}/after`
  csrfToken = await readCsrfToken(fetch)
})
afterEach(() => server.stop())

test('lists providers with exactly these fields', async () => {
  const provider = (id: string, name: string, type: string) => ({
    id,
    name,
    type,
    signinUrl: `${server.url}/api/auth/signin/${id}`,
    callbackUrl: `${server.url}/api/auth/callback/${id}`,
  })
  expect(await read(fetch, 'providers')).toEqual({
    status: 200,
    location: null,
    cookies: [],
    body: {
      credentials: provider('credentials', 'Credentials', 'credentials'),
      github: provider('github', 'GitHub', 'oauth'),
    },
  })
})

describe('forms: path, fields, whether the csrf token is right → status and where the browser is sent', () => {
  const cases = [
    ['callback/credentials', ann, true, 200, '/after'],
    [
      'callback/credentials',
      { username: 'ann', password: 'wrong' },
      true,
      401,
      '/api/auth/error?error=CredentialsSignin&provider=credentials',
    ],
    [
      'callback/credentials',
      { username: 'nobody', password: '' },
      true,
      401,
      '/api/auth/error?error=CredentialsSignin&provider=credentials',
    ],
    ['callback/credentials', {}, true, 401, '/api/auth/error?error=CredentialsSignin&provider=credentials'],
    ['callback/credentials', ann, false, 200, '/api/auth/signin?csrf=true'],
    ['signin/github', {}, false, 200, '/api/auth/signin?csrf=true'],
    ['signin/unknown', {}, false, 200, '/api/auth/signin?csrf=true'],
    ['signin/unknown', {}, true, 200, '/api/auth/signin?csrf=true'],
    ['signin/constructor', {}, true, 200, '/api/auth/signin?csrf=true'],
    ['signin', {}, true, 200, '/api/auth/signin?csrf=true'],
    ['signout', {}, true, 200, '/after'],
    ['signout', {}, false, 200, '/api/auth/signout?csrf=true'],
  ] as const

  test.each(cases)(
    'with json=true: POST %s %o, %s → %i and url %s',
    async (path, fields, right, status, url) => {
      const sent = { ...fields, callbackUrl, csrfToken: right ? csrfToken : 'wrong' }

      const answer = await postForm(fetch, path, sent, v4Marker)

      expect([answer.status, answer.location, answer.body]).toEqual([
        status,
        null,
        { url: `${server.url}${url}` },
      ])
    },
  )

  test.each(cases)(
    'without: POST %s %o, %s → 302, not %i, to %s',
    async (path, fields, right, _status, url) => {
      const sent = { ...fields, callbackUrl, csrfToken: right ? csrfToken : 'wrong' }

      const answer = await postForm(fetch, path, sent, noMarker)

      expect(answer).toMatchObject({ status: 302, location: `${server.url}${url}`, body: '' })
    },
  )
})

test.each([v4Marker, noMarker])(
  'answers the callback of an unknown provider 400 and no JSON',
  async (marker) => {
    const answer = await postForm(fetch, 'callback/unknown', { csrfToken, callbackUrl }, marker)

    const text = 'Error: This action with HTTP POST is not supported by NextAuth.js'
    expect(answer).toEqual({ status: 400, location: null, cookies: [], body: text })
  },
)

test('sends a rejected password with the callback URL cookie but without a session', async () => {
  const refused = await postForm(fetch, 'callback/credentials', { csrfToken, callbackUrl }, v4Marker)
  const worked = await postForm(fetch, 'callback/credentials', { ...ann, csrfToken, callbackUrl }, v4Marker)

  expect(refused.cookies).toEqual(['next-auth.callback-url'])
  expect(worked.cookies).toEqual(['next-auth.session-token'])
})

test('sends to the OAuth provider', async () => {
  const answer = await postForm(fetch, 'signin/github', { csrfToken, callbackUrl }, v4Marker)

  expect(answer.status).toBe(200)
  const { origin, pathname, searchParams } = new URL((answer.body as { url: string }).url)
  expect(origin + pathname).toBe('https://github.com/login/oauth/authorize')
  expect(searchParams.get('redirect_uri')).toBe(`${server.url}/api/auth/callback/github`)
})

test('adds the authorization parameters of the query', async () => {
  const answer = await postForm(fetch, 'signin/github?login=ann', { csrfToken, callbackUrl }, v4Marker)

  const { searchParams } = new URL((answer.body as { url: string }).url)
  expect(searchParams.get('login')).toBe('ann')
})

test('keeps the session after a sign-out with a wrong csrf token', async () => {
  await postForm(fetch, 'callback/credentials', { ...ann, csrfToken, callbackUrl }, v4Marker)

  await postForm(fetch, 'signout', { csrfToken: 'wrong', callbackUrl }, v4Marker)

  expect(await read(fetch, 'session')).toMatchObject({ body: { user: { name: 'Ann' } } })
})

test('keeps the session after a rejected password', async () => {
  await postForm(fetch, 'callback/credentials', { ...ann, csrfToken, callbackUrl }, v4Marker)

  await postForm(fetch, 'callback/credentials', { username: 'bob', csrfToken, callbackUrl }, v4Marker)

  expect(await read(fetch, 'session')).toMatchObject({ body: { user: { name: 'Ann' } } })
})

test('answers an update with a wrong csrf token 400 {}, signed in or out', async () => {
  const refused = { status: 400, location: null, cookies: [], body: {} }
  expect(await postUpdate(fetch, { csrfToken: 'wrong', data: {} })).toEqual(refused)

  await postForm(fetch, 'callback/credentials', { ...ann, csrfToken, callbackUrl }, v4Marker)

  expect(await postUpdate(fetch, { csrfToken: 'wrong', data: {} })).toEqual(refused)
})

test('answers an address it does not know 400 and no JSON', async () => {
  const text = 'Error: This action with HTTP GET is not supported by NextAuth.js'
  expect(await read(fetch, 'unknown')).toEqual({ status: 400, location: null, cookies: [], body: text })
})

test('takes the log beacon without a csrf token', async () => {
  const answer = await postForm(fetch, '_log', { level: 'error', code: 'CODE' }, noMarker)

  expect(answer).toMatchObject({ status: 200, body: '' })
})

test('answers 200 {} and takes the cookie away when the jwt callback throws', async () => {
  const failing = await startNextAuthV4Server({
    callbacks: {
      jwt({ token, trigger }) {
        if (!trigger) throw new Error('the database is gone')
        return token
      },
    },
  })
  const visitor = createBrowserFetch(failing.url)
  const token = await readCsrfToken(visitor)
  await postForm(visitor, 'callback/credentials', { ...ann, csrfToken: token }, v4Marker)
  expect(visitor.cookies()).toHaveProperty(['next-auth.session-token'])

  const answer = await read(visitor, 'session')

  expect(answer).toEqual({ status: 200, location: null, cookies: ['next-auth.session-token'], body: {} })
  expect(visitor.cookies()).not.toHaveProperty(['next-auth.session-token'])
  await failing.stop()
})

test('does not know the header of a v5 client and redirects it', async () => {
  const answer = await postForm(fetch, 'callback/credentials', { ...ann, csrfToken, callbackUrl }, v5Marker)

  expect(answer).toMatchObject({ status: 302, location: callbackUrl })
})
