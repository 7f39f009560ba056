import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuthServer } from '../servers/auth-server'
import { annSession, openPage, openSignedIn, type Page, servers, until, untilKnown } from './page'

describe.each(servers)('$server', ({ start }) => {
  let server: AuthServer
  let page: Page

  beforeEach(async () => {
    server = await start()
    page = openPage(server)
    await untilKnown(page.client)
  })
  afterEach(async () => {
    page.close()
    await server.stop()
  })

  test('lists the providers', async () => {
    expect(await page.client.getProviders()).toEqual({
      credentials: {
        id: 'credentials',
        name: 'Credentials',
        type: 'credentials',
        signinUrl: `${server.url}/api/auth/signin/credentials`,
        callbackUrl: `${server.url}/api/auth/callback/credentials`,
      },
    })
  })

  test('gives the csrf token, the same each time', async () => {
    const token = await page.client.getCsrfToken()

    expect(token).toMatch(/^[0-9a-f]{64}$/)
    expect(await page.client.getCsrfToken()).toBe(token)
  })

  test.each([
    ['an error', () => new Response('{}', { status: 500 })],
    ['a page', () => new Response('<p>')],
    ['a cut connection', () => 'destroy' as const],
  ])('gives neither on %s, and says so', async (_what, interceptor) => {
    server.intercept(interceptor)

    expect(await page.client.getProviders()).toBeNull()
    expect(await page.client.getCsrfToken()).toBeUndefined()
    expect(page.failed).toHaveLength(2)
  })

  test('reads the session of a browser that is signed in', async () => {
    const signedIn = await openSignedIn(server)

    expect(await signedIn.client.getSession()).toEqual(annSession)
    signedIn.close()
  })

  test('keeps browsers apart', async () => {
    const signedIn = await openSignedIn(server)

    expect(await page.client.getSession()).toBeNull()
    signedIn.close()
  })

  test('polls', async () => {
    const signedIn = await openSignedIn(server, { refetchInterval: 60 })

    signedIn.ringTimers()

    await expect.poll(() => server.requests).toHaveLength(1)
    await until(signedIn.client, ({ isFetching }) => !isFetching)
    signedIn.close()
  })

  test('asks an absolute address, with headers of its own', async () => {
    const seen: unknown[] = []
    const elsewhere = openPage(server, {
      basePath: `${server.url}/api/auth`,
      credentials: 'include',
      headers: () => ({ 'X-Tenant': 'one' }),
      fetch: (url, init) => {
        seen.push([String(url), init?.credentials, new Headers(init?.headers).get('X-Tenant')])
        return page.fetch(url, init)
      },
    })

    expect(await untilKnown(elsewhere.client)).toMatchObject({ status: 'unauthenticated' })
    expect(seen).toEqual([[`${server.url}/api/auth/session`, 'include', 'one']])
    elsewhere.close()
  })

  test('keeps reads out of the cache, where they would wait for those of other tabs', async () => {
    const seen: unknown[] = []
    const watched = openPage(server, {
      fetch: (url, init) => {
        seen.push([String(url).split('/').at(-1), init?.cache])
        return page.fetch(url, init)
      },
    })
    await untilKnown(watched.client)

    await watched.client.signOut({ redirect: false })

    expect(seen).toEqual([
      ['session', 'no-store'],
      ['csrf', 'no-store'],
      ['signout', undefined],
    ])
    watched.close()
  })
})
