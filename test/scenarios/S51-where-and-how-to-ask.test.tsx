// @vitest-environment jsdom
import type { SessionProviderProps } from 'sessionchart/react'
import { getCsrfToken, getProviders, getSession, signIn, signOut, useSession } from 'sessionchart/react'
import { expect, test, vi } from 'vitest'
import { type Probe, renderApp } from '../support/app'
import { fakeLocation } from '../support/browser'
import { expectOurs } from '../support/compared'
import { connect, createServer, type FakeServer, startServer } from '../support/fake-server'
import { ann, PASSWORD } from '../support/people'
import { describeEachReactMode } from '../support/react-modes'
import { settle } from '../support/time'

const API = 'https://api.example.com/auth'
const ALL_ROUTES = [
  'GET /session',
  'GET /csrf',
  'POST /session',
  'GET /csrf',
  'GET /providers',
  'GET /csrf',
  'POST /signout',
  'GET /providers',
  'GET /csrf',
  'POST /callback/credentials',
  'GET /session',
]

/** Makes every request that there is. */
async function askEverything(app: Probe) {
  const calls = [
    () => getSession(),
    () => app.last().update({ name: 'Anna' }),
    () => getCsrfToken(),
    () => getProviders(),
    () => signOut({ redirect: false }),
    () => signIn('credentials', { redirect: false, username: 'ann', password: PASSWORD }),
  ]
  for (const call of calls) {
    void call()
    await settle()
  }
}

function serve(base: string): FakeServer {
  const server = createServer({ base, session: ann })
  connect(server)
  return server
}

function MembersOnly() {
  useSession({ required: true })
  return null
}

describeEachReactMode(() => {
  test.each([
    ['/api/auth', '/api/auth/session'],
    ['/api/auth/', '/api/auth/session'],
    ['/shop/api/auth/', '/shop/api/auth/session'],
    ['https://api.example.com/auth', 'https://api.example.com/auth/session'],
    ['https://api.example.com/auth/', 'https://api.example.com/auth/session'],
  ])('asks for the session under basePath %s at %s', async (basePath, url) => {
    const server = serve(basePath.replace(/\/$/, ''))
    const app = renderApp({ basePath })
    await settle()

    expect(new Set(server.requests.map((request) => request.url))).toEqual(new Set([url]))
    expect(app.last().data).toEqual(ann)
    expectOurs(server.requests).toHaveLength(1)
  })

  test('sends every request to an absolute basePath', async () => {
    const server = serve(API)
    const app = renderApp({ basePath: API, session: ann })
    await askEverything(app)

    expect(server.requests.every(({ url }) => url.startsWith(`${API}/`))).toBe(true)
    expect(new Set(server.routes())).toEqual(new Set(ALL_ROUTES))
    expect(app.last().data).toHaveProperty('user.name', 'ann')
    expectOurs(server.routes()).toEqual(ALL_ROUTES)
  })

  test('sends every request through a fetch that adds the slash which the site wants', async () => {
    const server = createServer({ session: ann })
    const globalFetch = vi.fn()
    vi.stubGlobal('fetch', globalFetch)
    const urls: string[] = []
    const fetch: NonNullable<SessionProviderProps['fetch']> = async (url, init) => {
      urls.push(String(url).replace(/(\?|$)/, '/$1'))
      return server.fetch(String(url), init)
    }
    const app = renderApp({ session: ann, fetch })
    await askEverything(app)

    expect(server.routes()).toEqual(ALL_ROUTES)
    expect(urls).toContain('/api/auth/session/')
    expect(urls).toContain('/api/auth/callback/credentials/?')
    expect(globalFetch).not.toHaveBeenCalled()
  })

  test('sends credentials and headers with every request, and keeps its own headers', async () => {
    const server = serve(API)
    const app = renderApp({
      basePath: API,
      session: ann,
      credentials: 'include',
      headers: { 'X-Tenant': 'red' },
    })
    await askEverything(app)

    expect(server.routes()).toEqual(ALL_ROUTES)
    for (const { init, headers, route } of server.requests) {
      expect(init.credentials).toBe('include')
      expect(headers.get('X-Tenant')).toBe('red')
      const isForm = route.startsWith('POST ') && route !== 'POST /session'
      expect(headers.get('Content-Type')).toBe(
        isForm ? 'application/x-www-form-urlencoded' : 'application/json',
      )
    }
  })

  test('asks a headers function anew for each request', async () => {
    let count = 0
    const server = serve(API)
    const app = renderApp({ basePath: API, session: ann, headers: () => ({ 'X-Count': String(++count) }) })
    await askEverything(app)

    expect(server.requests.map(({ headers }) => headers.get('X-Count'))).toEqual(
      ALL_ROUTES.map((_, index) => String(index + 1)),
    )
  })

  test('says nothing of credentials unless it is told to', async () => {
    const server = startServer({ session: ann })
    const app = renderApp({ session: ann })
    await askEverything(app)

    expect(new Set(server.routes())).toEqual(new Set(ALL_ROUTES))
    expectOurs(server.routes()).toEqual(ALL_ROUTES)
    expect(server.requests.filter(({ init }) => 'credentials' in init)).toEqual([])
  })

  test.each([
    { basePath: API, page: `${API}/signin` },
    { basePath: '/api/auth/', page: '/api/auth/signin' },
  ])('sends whoever is signed out to the sign-in page of $basePath', async ({ basePath, page }) => {
    const location = fakeLocation()
    serve(basePath.replace(/\/$/, ''))
    renderApp({ basePath, session: null }, <MembersOnly />)
    await settle()

    expect(location.visited).toHaveLength(1)
    expect(location.visited[0]?.startsWith(`${page}?`)).toBe(true)
  })
})
