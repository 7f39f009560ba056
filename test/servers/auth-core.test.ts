import GitHub from '@auth/core/providers/github'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startAuthCoreServer } from './auth-core'
import type { AuthServer } from './auth-server'
import { type BrowserFetch, createBrowserFetch } from './cookie-fetch'
import { noMarker, postForm, postUpdate, read, readCsrfToken, v5Marker } from './protocol'

/** The record of what @auth/core answers, to the letter: what `contract.md` says of v5 servers rests on this. */

let server: AuthServer
let fetch: BrowserFetch
let csrfToken: string
let callbackUrl: string
const ann = { username: 'ann', password: 'ann-password' }

beforeEach(async () => {
  server = await startAuthCoreServer({
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

describe('forms: path, fields, whether the csrf token is right → where the browser is sent', () => {
  const cases = [
    ['callback/credentials?', ann, true, '/after'],
    [
      'callback/credentials?',
      { username: 'ann', password: 'wrong' },
      true,
      '/api/auth/signin?error=CredentialsSignin&code=credentials',
    ],
    [
      'callback/credentials?',
      { username: 'nobody', password: '' },
      true,
      '/api/auth/signin?error=CredentialsSignin&code=credentials',
    ],
    ['callback/credentials?', {}, true, '/api/auth/signin?error=CredentialsSignin&code=credentials'],
    ['callback/credentials?', ann, false, '/api/auth/signin?error=MissingCSRF'],
    ['signin/github?', {}, false, '/api/auth/signin?error=MissingCSRF'],
    ['signin/unknown?', {}, false, '/api/auth/error?error=Configuration'],
    ['signin/unknown?', {}, true, '/api/auth/error?error=Configuration'],
    ['signin/constructor?', {}, true, '/api/auth/error?error=Configuration'],
    ['callback/unknown?', {}, true, '/api/auth/error?error=Configuration'],
    ['signin', {}, true, '/api/auth/signin'],
    ['signout', {}, true, '/after'],
    ['signout', {}, false, '/api/auth/signin?error=MissingCSRF'],
  ] as const

  test.each(cases)('with the header: POST %s %o, %s → 200 and url %s', async (path, fields, right, url) => {
    const sent = { ...fields, callbackUrl, csrfToken: right ? csrfToken : 'wrong' }

    const answer = await postForm(fetch, path, sent, v5Marker)

    expect([answer.status, answer.body]).toEqual([200, { url: `${server.url}${url}` }])
  })

  test.each(cases)('without: POST %s %o, %s → 302 to %s', async (path, fields, right, url) => {
    const sent = { ...fields, callbackUrl, csrfToken: right ? csrfToken : 'wrong' }

    const answer = await postForm(fetch, path, sent, noMarker)

    expect(answer).toMatchObject({ status: 302, location: `${server.url}${url}`, body: '' })
  })
})

test('sends an answer that worked with a Location header and cookies, a refusal with neither', async () => {
  const refused = await postForm(fetch, 'callback/credentials', { csrfToken, callbackUrl }, v5Marker)
  const worked = await postForm(fetch, 'callback/credentials', { ...ann, csrfToken, callbackUrl }, v5Marker)

  expect(refused).toMatchObject({ location: null, cookies: [] })
  expect(worked).toMatchObject({
    location: callbackUrl,
    cookies: ['authjs.callback-url', 'authjs.session-token'],
  })
})

test('sends to the OAuth provider', async () => {
  const answer = await postForm(fetch, 'signin/github', { csrfToken, callbackUrl }, v5Marker)

  expect(answer.status).toBe(200)
  const { origin, pathname, searchParams } = new URL((answer.body as { url: string }).url)
  expect(origin + pathname).toBe('https://github.com/login/oauth/authorize')
  expect(searchParams.get('redirect_uri')).toBe(`${server.url}/api/auth/callback/github`)
})

test('adds the authorization parameters of the query', async () => {
  const answer = await postForm(fetch, 'signin/github?login=ann', { csrfToken, callbackUrl }, v5Marker)

  const { searchParams } = new URL((answer.body as { url: string }).url)
  expect(searchParams.get('login')).toBe('ann')
})

test('keeps the session after a sign-out with a wrong csrf token', async () => {
  await postForm(fetch, 'callback/credentials', { ...ann, csrfToken, callbackUrl }, v5Marker)

  await postForm(fetch, 'signout', { csrfToken: 'wrong', callbackUrl }, v5Marker)

  expect(await read(fetch, 'session')).toMatchObject({ body: { user: { name: 'Ann' } } })
})

test('keeps the session after a rejected password', async () => {
  await postForm(fetch, 'callback/credentials', { ...ann, csrfToken, callbackUrl }, v5Marker)

  await postForm(fetch, 'callback/credentials', { username: 'bob', csrfToken, callbackUrl }, v5Marker)

  expect(await read(fetch, 'session')).toMatchObject({ body: { user: { name: 'Ann' } } })
})

test('answers an update with a wrong csrf token 400 null, signed in or out', async () => {
  const refused = { status: 400, location: null, cookies: [], body: null }
  expect(await postUpdate(fetch, { csrfToken: 'wrong', data: {} })).toEqual(refused)

  await postForm(fetch, 'callback/credentials', { ...ann, csrfToken, callbackUrl }, v5Marker)

  expect(await postUpdate(fetch, { csrfToken: 'wrong', data: {} })).toEqual(refused)
})

test('answers an address or a body it does not understand 400 with a text in JSON', async () => {
  const bad = { status: 400, location: null, cookies: [], body: 'Bad request.' }
  expect(await read(fetch, 'unknown')).toEqual(bad)
  expect(await postForm(fetch, '_log', { csrfToken }, noMarker)).toEqual(bad)
  const response = await fetch('/api/auth/session', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
  })
  expect([response.status, await response.json()]).toEqual([400, 'Bad request.'])
})

test('answers 500 with a message when it is configured wrongly', async () => {
  const broken = await startAuthCoreServer({ secret: '' })
  const message =
    'There was a problem with the server configuration. Check the server logs for more information.'

  const answers = [
    await read(createBrowserFetch(broken.url), 'session'),
    await postForm(createBrowserFetch(broken.url), 'signout', {}, v5Marker),
  ]

  for (const { status, body } of answers) expect([status, body]).toEqual([500, { message }])
  await broken.stop()
})

test('answers 200 null and takes the cookie away when the jwt callback throws', async () => {
  const failing = await startAuthCoreServer({
    callbacks: {
      jwt({ token, trigger }) {
        if (!trigger) throw new Error('the database is gone')
        return token
      },
    },
  })
  const visitor = createBrowserFetch(failing.url)
  const token = await readCsrfToken(visitor)
  await postForm(visitor, 'callback/credentials', { ...ann, csrfToken: token }, v5Marker)
  expect(visitor.cookies()).toHaveProperty(['authjs.session-token'])

  const answer = await read(visitor, 'session')

  expect(answer).toMatchObject({ status: 200, cookies: ['authjs.session-token'], body: null })
  expect(visitor.cookies()).not.toHaveProperty(['authjs.session-token'])
  await failing.stop()
})

test('reads the form of a v4 client but redirects it, so that its client ends on a page', async () => {
  const response = await fetch('/api/auth/callback/credentials', {
    method: 'post',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...ann, csrfToken, callbackUrl, json: 'true' }).toString(),
  })

  expect([response.status, response.redirected, response.url]).toEqual([200, true, callbackUrl])
  expect(response.headers.get('content-type')).toMatch('text/html')
})
