import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuthServer, Interceptor } from '../servers/auth-server'
import {
  ann,
  annSession,
  only,
  openPage,
  openSignedIn,
  type Page,
  requestLine,
  servers,
  until,
  untilKnown,
} from './page'

/** A server that is ill: the session is kept, the error has a name, and everything works again afterwards. */

const failures: Array<[what: string, code: string, interceptor: Interceptor]> = [
  ['an error', 'http', () => new Response('{"message":"no"}', { status: 500 })],
  ['an error page', 'http', () => new Response('<p>', { status: 503 })],
  ['a page instead of JSON', 'parse', () => new Response('<p>')],
  ['JSON that is no session', 'parse', () => new Response('["no"]')],
  ['a cut connection', 'network', () => 'destroy'],
]

describe.each(servers)('$server', ({ start }) => {
  let server: AuthServer
  let page: Page

  beforeEach(async () => {
    server = await start()
    page = await openSignedIn(server)
  })
  afterEach(async () => {
    page.close()
    await server.stop()
  })

  test.each(failures)('keeps the session on %s', async (_what, code, interceptor) => {
    server.intercept(interceptor)

    const state = await page.client.refetch()

    expect(state).toMatchObject({ status: 'authenticated', data: annSession, isStale: true, error: { code } })
    expect(page.failed).toEqual([code])
  })

  test.each(failures)('tries again after %s', async (_what, _code, interceptor) => {
    server.intercept(interceptor)
    await page.client.refetch()
    server.intercept(null)

    page.ringTimers()

    expect(await until(page.client, ({ isStale }) => !isStale)).toMatchObject({
      status: 'authenticated',
      data: annSession,
      error: null,
    })
  })

  test('gives up a read that is not answered', async () => {
    server.intercept(() => 'hang')
    const refetched = page.client.refetch()
    await expect.poll(() => server.requests).toHaveLength(1)

    page.ringTimers()

    expect(await refetched).toMatchObject({
      status: 'authenticated',
      error: { code: 'timeout', url: '/api/auth/session' },
      isFetching: false,
    })
  })

  test('shows nobody, but knows better, when the first read fails', async () => {
    server.intercept(() => 'destroy')
    const next = openPage(server, { fetch: page.fetch })
    expect(await untilKnown(next.client)).toMatchObject({
      status: 'unauthenticated',
      cause: { type: 'unreachable', failure: { code: 'network' } },
    })
    server.intercept(null)

    next.ringTimers()

    expect(await untilSignedIn(next)).toMatchObject({ data: annSession, error: null })
    next.close()
  })

  const untilSignedIn = ({ client }: Page) => until(client, ({ status }) => status === 'authenticated')

  test('signs out on a 401', async () => {
    server.intercept(() => new Response('<p>', { status: 401 }))

    expect(await page.client.refetch()).toMatchObject({
      status: 'unauthenticated',
      cause: { type: 'server', httpStatus: 401 },
      error: null,
    })
  })

  test.each(failures.filter(([what]) => what !== 'JSON that is no session'))(
    'says why a sign-in failed: %s',
    async (_what, code, interceptor) => {
      server.intercept(only('POST /api/auth/callback/credentials', interceptor))

      const response = await page.client.signIn('credentials', { ...ann, redirect: false })

      expect(response).toMatchObject({ ok: false, url: null, error: code })
      expect(response?.result).toMatchObject({ type: 'failed', error: { code } })
      expect(page.client.getState().data).toEqual(annSession)
    },
  )

  test('says that the providers did not come', async () => {
    server.intercept(only('GET /api/auth/providers', () => 'destroy'))

    const response = await page.client.signIn('credentials', { ...ann, redirect: false })

    expect(response?.result).toMatchObject({ error: { code: 'network', url: '/api/auth/providers' } })
    expect(page.visited).toEqual([])
  })

  test('goes to the error page when the providers did not come', async () => {
    server.intercept(only('GET /api/auth/providers', () => 'destroy'))

    await page.client.signIn('credentials', ann)

    expect(page.visited).toEqual(['/api/auth/error'])
  })

  test('reads the session of a sign-in whose own read failed', async () => {
    const next = openPage(server)
    await untilKnown(next.client)
    server.intercept(only('GET /api/auth/session', () => 'destroy'))
    const response = await next.client.signIn('credentials', { ...ann, redirect: false })
    expect(response?.result).toEqual({ type: 'signed-in' })
    server.intercept(null)

    next.ringTimers()

    expect(await untilSignedIn(next)).toMatchObject({ data: annSession })
    next.close()
  })

  test('lets go of a request when it stops', async () => {
    server.intercept(() => 'hang')
    const session = page.client.getSession()
    await expect.poll(() => server.requests.map(requestLine)).toEqual(['GET /api/auth/session'])

    page.close()

    expect(await session).toBeNull()
  })
})
