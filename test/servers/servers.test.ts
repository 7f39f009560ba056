import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startAuthCoreServer } from './auth-core'
import type { AuthServer } from './auth-server'
import { type BrowserFetch, createBrowserFetch } from './cookie-fetch'
import { startNextAuthV4Server } from './next-auth-v4'
import { postForm, postUpdate, read, readCsrfToken, v4Marker, v5Marker } from './protocol'

/** What both servers do alike; `auth-core.test.ts` and `next-auth-v4.test.ts` record the answers in which they differ. */

const kinds = [
  { name: '@auth/core', start: startAuthCoreServer, marker: v5Marker, signedOut: null, prefix: 'authjs' },
  {
    name: 'next-auth v4',
    start: startNextAuthV4Server,
    marker: v4Marker,
    signedOut: {},
    prefix: 'next-auth',
  },
]

describe.each(kinds)('$name', ({ start, marker, signedOut, prefix }) => {
  let server: AuthServer
  let fetch: BrowserFetch
  const sessionCookie = `${prefix}.session-token`
  const firstCookies = [`${prefix}.csrf-token`, `${prefix}.callback-url`]
  const ann = { user: { name: 'Ann', email: 'ann@example.com' }, expires: expect.any(String) }

  beforeEach(async () => {
    server = await start()
    fetch = createBrowserFetch(server.url)
  })
  afterEach(() => server.stop())

  async function signIn(csrfToken: string) {
    const fields = {
      username: 'ann',
      password: 'ann-password',
      csrfToken,
      callbackUrl: `${server.url}/after`,
    }
    return postForm(fetch, 'callback/credentials', fields, marker)
  }

  test('is signed out at first', async () => {
    expect(await read(fetch, 'session')).toEqual({
      status: 200,
      location: null,
      cookies: firstCookies,
      body: signedOut,
    })
  })

  test('lists its providers and sets no cookie by that', async () => {
    expect(await read(fetch, 'providers')).toEqual({
      status: 200,
      location: null,
      cookies: [],
      body: {
        credentials: {
          id: 'credentials',
          name: 'Credentials',
          type: 'credentials',
          signinUrl: `${server.url}/api/auth/signin/credentials`,
          callbackUrl: `${server.url}/api/auth/callback/credentials`,
        },
      },
    })
  })

  test('mints another csrf token for every read of it without cookies', async () => {
    const tokens = await Promise.all([readCsrfToken(fetch), readCsrfToken(fetch)])

    expect(tokens[0]).toMatch(/^[0-9a-f]{64}$/)
    expect(tokens[0]).not.toBe(tokens[1])
    const kept = decodeURIComponent(fetch.cookies()[`${prefix}.csrf-token`] ?? '').split('|')[0]
    expect(await readCsrfToken(fetch)).toBe(kept)
  })

  test('signs in with the right password', async () => {
    const csrfToken = await readCsrfToken(fetch)

    const answer = await signIn(csrfToken)

    expect([answer.status, answer.body]).toEqual([200, { url: `${server.url}/after` }])
    expect(answer.cookies).toContain(sessionCookie)
    expect((await read(fetch, 'session')).body).toEqual(ann)
  })

  test('answers with JSON when given the markers of both', async () => {
    const fields = { username: 'ann', password: 'ann-password', csrfToken: await readCsrfToken(fetch) }

    const answer = await postForm(fetch, 'callback/credentials', fields, { ...v4Marker, ...v5Marker })

    expect([answer.status, answer.body]).toEqual([200, { url: server.url }])
  })

  test('answers every read of the session with a fresh cookie that lasts 30 days', async () => {
    await signIn(await readCsrfToken(fetch))
    const before = fetch.cookies()[sessionCookie]

    const answer = await read(fetch, 'session')

    expect(answer.cookies).toEqual([sessionCookie])
    expect(fetch.cookies()[sessionCookie]).not.toBe(before)
    const expires = Date.parse((answer.body as { expires: string }).expires)
    expect(expires - Date.now()).toBeGreaterThan(30 * 86_400_000 - 60_000)
    expect(expires - Date.now()).toBeLessThanOrEqual(30 * 86_400_000)
  })

  test('changes the session by an update', async () => {
    const csrfToken = await readCsrfToken(fetch)
    await signIn(csrfToken)

    const answer = await postUpdate(fetch, { csrfToken, data: { name: 'Anna' } })

    const anna = { ...ann, user: { ...ann.user, name: 'Anna' } }
    expect(answer).toEqual({ status: 200, location: null, cookies: [sessionCookie], body: anna })
    expect((await read(fetch, 'session')).body).toEqual(anna)
  })

  test('answers an update without data with the unchanged session', async () => {
    const csrfToken = await readCsrfToken(fetch)
    await signIn(csrfToken)

    expect((await postUpdate(fetch, { csrfToken })).body).toEqual(ann)
  })

  test('answers an update of nobody like a read', async () => {
    const csrfToken = await readCsrfToken(fetch)

    const answer = await postUpdate(fetch, { csrfToken, data: { name: 'Anna' } })

    expect(answer).toEqual({ status: 200, location: null, cookies: [], body: signedOut })
  })

  test('signs out', async () => {
    const csrfToken = await readCsrfToken(fetch)
    await signIn(csrfToken)

    const answer = await postForm(fetch, 'signout', { csrfToken, callbackUrl: `${server.url}/after` }, marker)

    expect([answer.status, answer.cookies, answer.body]).toEqual([
      200,
      [sessionCookie],
      { url: `${server.url}/after` },
    ])
    expect(fetch.cookies()).not.toHaveProperty([sessionCookie])
    expect((await read(fetch, 'session')).body).toEqual(signedOut)
  })

  test('signs nobody out just as well', async () => {
    const csrfToken = await readCsrfToken(fetch)

    const answer = await postForm(fetch, 'signout', { csrfToken, callbackUrl: `${server.url}/after` }, marker)

    expect([answer.status, answer.body]).toEqual([200, { url: `${server.url}/after` }])
  })

  test.each([
    ['another site', 'https://elsewhere.example/page', ''],
    ['a path', '/page', '/page'],
  ])('completes or refuses a callback URL: %s', async (_what, callbackUrl, path) => {
    const csrfToken = await readCsrfToken(fetch)

    const answer = await postForm(fetch, 'signout', { csrfToken, callbackUrl }, marker)

    expect([answer.status, answer.body]).toEqual([200, { url: `${server.url}${path}` }])
  })

  test('keeps two servers and two browsers apart', async () => {
    const otherServer = await start()
    const otherFetch = createBrowserFetch(otherServer.url)
    await signIn(await readCsrfToken(fetch))

    const [here, there] = await Promise.all([read(fetch, 'providers'), read(otherFetch, 'providers')])

    const signinUrl = (url: string) => ({ credentials: { signinUrl: `${url}/api/auth/signin/credentials` } })
    expect(here.body).toMatchObject(signinUrl(server.url))
    expect(there.body).toMatchObject(signinUrl(otherServer.url))
    expect((await read(otherFetch, 'session')).body).toEqual(signedOut)
    expect((await read(createBrowserFetch(server.url), 'session')).body).toEqual(signedOut)
    expect(process.env.NEXTAUTH_URL).toBeUndefined()
    await otherServer.stop()
  })
})
