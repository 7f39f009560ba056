import { createSessionClient, type Environment, type SessionClientOptions } from 'sessionchart'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { AuthServer } from '../servers/auth-server'
import { annSession, openSignedIn, servers } from './page'

/** The client where a server renders: it asks for the session of the request that it answers. */

type Variables = Partial<Record<Parameters<Environment['variable']>[0], string>>
const dead = 'http://127.0.0.1:9'

const rendering = (variables: Variables, options: SessionClientOptions = {}) =>
  createSessionClient({
    environment: { isServer: () => true, href: () => undefined, variable: (name) => variables[name] },
    ...options,
  })

describe.each(servers)('$server', ({ start }) => {
  let server: AuthServer
  let cookie: string

  beforeEach(async () => {
    server = await start()
    const page = await openSignedIn(server)
    cookie = Object.entries(page.fetch.cookies())
      .map(([name, value]) => `${name}=${value}`)
      .join('; ')
    page.close()
    server.requests.length = 0
  })
  afterEach(() => server.stop())

  const forms: Array<[name: string, request: (headers: Record<string, string>) => object]> = [
    ['{ req }', (headers) => ({ req: { headers } })],
    ['{ ctx: { req } }', (headers) => ({ ctx: { req: { headers } } })],
    ['{ headers }', (headers) => ({ headers })],
    ['{ headers: Headers }', (headers) => ({ headers: new Headers(headers) })],
    ['a Request', (headers) => new Request('http://app.example/', { headers })],
    ['{ req: Request }', (headers) => ({ req: { headers: new Headers(headers) } })],
  ]

  test.each(forms)('gives the session of %s', async (_name, request) => {
    const client = rendering({ NEXTAUTH_URL: server.url })

    expect(await client.getSession(request({ cookie }))).toEqual(annSession)
    expect(server.requests[0]?.headers.cookie).toBe(cookie)
  })

  // Next.js would render every page that asks anew for each request.
  test('says nothing of a cache', async () => {
    const seen: unknown[] = []
    const client = rendering(
      { NEXTAUTH_URL: server.url },
      {
        fetch: (url, init) => {
          seen.push(init?.cache)
          return fetch(url, init)
        },
      },
    )

    expect(await client.getSession({ headers: { cookie } })).toEqual(annSession)
    expect(seen).toEqual([undefined])
  })

  test.each(forms)('gives the csrf token of %s', async (_name, request) => {
    const client = rendering({ NEXTAUTH_URL: server.url })
    const [token] = decodeURIComponent(/csrf-token=([^;]+)/.exec(cookie)?.[1] ?? '').split('|')

    expect(await client.getCsrfToken(request({ cookie }))).toBe(token)
  })

  test.each(forms)('lists the providers for %s', async (_name, request) => {
    const client = rendering({ NEXTAUTH_URL: server.url })

    expect(await client.getProviders(request({ cookie }))).toHaveProperty('credentials')
    expect(server.requests[0]?.headers.cookie).toBe(cookie)
  })

  test('gives nobody without a cookie', async () => {
    const client = rendering({ NEXTAUTH_URL: server.url })

    expect(await client.getSession()).toBeNull()
    expect(await client.getSession({ req: { headers: {} } })).toBeNull()
    expect(server.requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined])
  })

  test('gives each request its own session and remembers none', async () => {
    const client = rendering({ NEXTAUTH_URL: server.url })

    const sessions = await Promise.all([
      client.getSession({ req: { headers: { cookie } } }),
      client.getSession(),
    ])

    expect(sessions).toEqual([annSession, null])
    expect(client.getState()).toMatchObject({ status: 'loading', data: undefined })
  })

  const addresses: Array<[name: string, variables: (url: string) => Variables, options?: object]> = [
    ['NEXTAUTH_URL', (url) => ({ NEXTAUTH_URL: url })],
    ['NEXTAUTH_URL with a path', (url) => ({ NEXTAUTH_URL: `${url}/api/auth` })],
    ['NEXTAUTH_URL with a slash', (url) => ({ NEXTAUTH_URL: `${url}/api/auth/` })],
    ['NEXTAUTH_URL_INTERNAL', (url) => ({ NEXTAUTH_URL_INTERNAL: url })],
    ['NEXTAUTH_URL_INTERNAL first', (url) => ({ NEXTAUTH_URL_INTERNAL: url, NEXTAUTH_URL: `${dead}/wrong` })],
    ['VERCEL_URL', (url) => ({ VERCEL_URL: url })],
    ['NEXTAUTH_URL before VERCEL_URL', (url) => ({ NEXTAUTH_URL: url, VERCEL_URL: dead })],
  ]

  test.each(addresses)('finds the server by %s', async (_name, variables) => {
    const client = rendering(variables(server.url))

    expect(await client.getSession({ req: { headers: { cookie } } })).toEqual(annSession)
  })

  test('finds the server by the option baseUrl first', async () => {
    const client = rendering({ NEXTAUTH_URL: dead }, { baseUrl: server.url })

    expect(await client.getSession({ req: { headers: { cookie } } })).toEqual(annSession)
  })

  test('asks localhost when it was told nothing', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>().mockRejectedValue(new TypeError('nobody there'))
    const client = rendering({}, { fetch, onError: () => {} })

    expect(await client.getSession()).toBeNull()
    expect(fetch.mock.calls[0]?.[0]).toBe('http://localhost:3000/api/auth/session')
  })

  test('gives nothing when the server fails, and says so', async () => {
    const codes: string[] = []
    const client = rendering({ NEXTAUTH_URL: server.url }, { onError: ({ code }) => void codes.push(code) })
    server.intercept(() => 'destroy')

    expect(await client.getSession({ req: { headers: { cookie } } })).toBeNull()
    expect(await client.getCsrfToken()).toBeUndefined()
    expect(await client.getProviders()).toBeNull()
    expect(codes).toEqual(['network', 'network', 'network'])
  })

  test('takes null for a request', async () => {
    const client = rendering({ NEXTAUTH_URL: server.url })

    expect(await client.getSession(null as never)).toBeNull()
    expect(server.requests).toHaveLength(1)
  })
})
