import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuthServer, Interceptor } from '../servers/auth-server'
import { annSession, only, openSignedIn, type Page, pairs, requestLine, spoilToken } from './page'

const stay = { redirect: false }
const onPost = (answer: Interceptor) => only('POST /api/auth/signout', answer)

describe.each(pairs)('$dialect with $server', ({ start, dialect }) => {
  let server: AuthServer
  let page: Page

  beforeEach(async () => {
    server = await start()
    page = await openSignedIn(server, { compat: { dialect } })
  })
  afterEach(async () => {
    page.close()
    await server.stop()
  })

  test('signs out', async () => {
    const response = await page.client.signOut(stay)

    expect(response).toEqual({ url: `${server.url}/page` })
    expect(response?.result).toEqual({ type: 'signed-out' })
    expect(page.client.getState()).toMatchObject({
      status: 'unauthenticated',
      data: null,
      cause: { type: 'signed-out' },
    })
    expect(server.requests.map(requestLine)).toEqual(['GET /api/auth/csrf', 'POST /api/auth/signout'])
    expect(await page.client.getSession()).toBeNull()
  })

  test('signs out and goes where it wanted to', async () => {
    await page.client.signOut({ callbackUrl: '/after' })

    expect(page.visited).toEqual([`${server.url}/after`])
    expect(page.client.getState().status).toBe('authenticated')
  })

  test('signs in again', async () => {
    await page.client.signOut(stay)

    const credentials = { username: 'bob', password: 'bob-password' }
    expect(await page.client.signIn('credentials', { ...credentials, ...stay })).toMatchObject({ ok: true })
    expect(page.client.getState().data).toMatchObject({ user: { name: 'Bob' } })
  })

  const failures: Array<[what: string, code: string, interceptor: Interceptor]> = [
    ['an error', 'http', onPost(() => new Response('{"message":"no"}', { status: 500 }))],
    ['an error page', 'http', onPost(() => new Response('<p>', { status: 503 }))],
    ['a cut connection', 'network', onPost(() => 'destroy')],
    ['a page instead of JSON', 'parse', onPost(() => new Response('<p>'))],
    ['no csrf token', 'http', only('GET /api/auth/csrf', () => new Response('{}', { status: 500 }))],
    ['a wrong csrf token', 'csrf', spoilToken],
  ]

  test.each(failures)('keeps the session on %s', async (_what, code, interceptor) => {
    server.intercept(interceptor)

    const response = await page.client.signOut(stay)

    expect(response?.result).toMatchObject({ type: 'failed', error: { name: 'SessionError', code } })
    expect(page.client.getState()).toMatchObject({ status: 'authenticated', data: annSession })
  })

  test.each(failures)('rejects and does not leave the page on %s', async (_what, code, interceptor) => {
    server.intercept(interceptor)

    await expect(page.client.signOut()).rejects.toMatchObject({ name: 'SessionError', code })

    expect(page.visited).toEqual([])
    expect(page.client.getState().status).toBe('authenticated')
  })

  test('signs out at the second try', async () => {
    server.intercept(onPost(() => 'destroy'))
    await page.client.signOut(stay)
    server.intercept(null)

    await page.client.signOut(stay)

    expect(page.client.getState().status).toBe('unauthenticated')
    expect(await page.client.getSession()).toBeNull()
  })

  test('learns at the next read of a sign-out whose answer was lost', async () => {
    server.intercept(
      onPost(async (_request, pass) => {
        const answer = await pass()
        // The cookie that goes away comes with the answer; here another tab has brought it.
        page.fetch.clearCookies()
        return answer.ok ? 'destroy' : undefined
      }),
    )
    await page.client.signOut(stay)
    expect(page.client.getState().status).toBe('authenticated')

    await page.client.refetch()

    expect(page.client.getState().status).toBe('unauthenticated')
  })

  test('gives up after the time limit', async () => {
    server.intercept(onPost(() => 'hang'))
    const response = page.client.signOut(stay)
    await expect.poll(() => server.requests.map(requestLine)).toContain('POST /api/auth/signout')

    page.ringTimers()

    expect((await response)?.result).toMatchObject({ type: 'failed', error: { code: 'timeout' } })
    expect(page.client.getState().status).toBe('authenticated')
  })
})
