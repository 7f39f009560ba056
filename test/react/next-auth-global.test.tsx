// @vitest-environment jsdom
import { __NEXTAUTH, getSession, SessionProvider } from 'sessionchart/react'
import { afterEach, expect, test, vi } from 'vitest'
import { ann, bob } from '../client/sessions'
import { takeComplaints } from './complaints'
import { describeEachReactMode } from './react-modes'
import { auth, settle } from './served-auth'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
})

describeEachReactMode(({ render }) => {
  test('shows the client of the provider that is mounted', async () => {
    const { unmount } = render(
      <SessionProvider session={ann()} basePath="/mine/auth">
        page
      </SessionProvider>,
    )

    expect(__NEXTAUTH.basePath).toBe('/mine/auth')
    expect(__NEXTAUTH._session).toEqual(ann())
    expect(Math.abs(__NEXTAUTH._lastSync - Date.now() / 1_000)).toBeLessThan(60)
    expect(Object.keys(__NEXTAUTH)).toEqual([
      'baseUrl',
      'basePath',
      'baseUrlServer',
      'basePathServer',
      '_session',
      '_lastSync',
      '_getSession',
    ])

    unmount()
    await settle()
    expect(__NEXTAUTH.basePath).toBe('/api/auth')
    expect(__NEXTAUTH._session).toBeNull()
  })

  test('reads the session with _getSession', async () => {
    render(<SessionProvider session={ann()}>page</SessionProvider>)
    auth.session = bob()

    await __NEXTAUTH._getSession({ event: 'storage' })

    expect(auth.count('/session')).toBe(1)
    expect(__NEXTAUTH._session).toEqual(bob())
  })
})

test('lets the path be set that was looked at', async () => {
  const fresh = await import('sessionchart/react')

  fresh.__NEXTAUTH.basePath = `/shop${fresh.__NEXTAUTH.basePath}`

  await fresh.getSession()
  expect(auth.requests.map(({ url }) => url)).toEqual(['http://localhost:3000/shop/api/auth/session'])
  expect(takeComplaints()).toEqual([])
})

test('cannot set the path of a provider, and says so', async () => {
  const fresh = await import('sessionchart/react')
  const { render } = await import('@testing-library/react')
  render(<fresh.SessionProvider session={ann()}>page</fresh.SessionProvider>)

  fresh.__NEXTAUTH.basePath = '/late/auth'

  expect(fresh.__NEXTAUTH.basePath).toBe('/api/auth')
  expect(takeComplaints()).toEqual([expect.stringMatching(/^sessionchart: .*__NEXTAUTH\.basePath/)])
})

test('gives the addresses of the environment', () => {
  vi.stubEnv('NEXTAUTH_URL', 'https://example.com/app/auth/')
  vi.stubEnv('NEXTAUTH_URL_INTERNAL', 'http://internal:3001/auth')

  expect({ ...__NEXTAUTH }).toMatchObject({
    baseUrl: 'https://example.com',
    basePath: '/app/auth',
    baseUrlServer: 'http://internal:3001',
    basePathServer: '/auth',
  })
})

test('lets the path be set before anything was asked, and no more afterwards', async () => {
  const fresh = await import('sessionchart/react')
  fresh.__NEXTAUTH.basePath = '/early/auth'
  await fresh.getSession()
  expect(fresh.__NEXTAUTH.basePath).toBe('/early/auth')
  expect(takeComplaints()).toEqual([])

  fresh.__NEXTAUTH.basePath = '/late/auth'

  await fresh.getSession()
  expect(auth.requests.map(({ url }) => url)).toEqual([
    'http://localhost:3000/early/auth/session',
    'http://localhost:3000/early/auth/session',
  ])
  expect(takeComplaints()).toEqual([expect.stringMatching(/^sessionchart: .*__NEXTAUTH\.basePath/)])
})

test('ignores other writes, and warns once', async () => {
  const fresh = await import('sessionchart/react')

  fresh.__NEXTAUTH._session = bob()
  fresh.__NEXTAUTH._lastSync = 0
  fresh.__NEXTAUTH._getSession = () => {}
  fresh.__NEXTAUTH.baseUrl = 'https://elsewhere.example'

  expect(fresh.__NEXTAUTH._session).toBeNull()
  expect(takeComplaints()).toEqual([expect.stringMatching(/^sessionchart: .*__NEXTAUTH\._session/)])
})

test('says nothing in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const fresh = await import('sessionchart/react')

  fresh.__NEXTAUTH._session = bob()

  expect(fresh.__NEXTAUTH._session).toBeNull()
  expect(getSession).toBeTypeOf('function')
})
