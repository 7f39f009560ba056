import GitHub from '@auth/core/providers/github'
import GitHubV4 from 'next-auth-v4/providers/github'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startAuthCoreServer } from '../servers/auth-core'
import type { AuthServer } from '../servers/auth-server'
import { startNextAuthV4Server } from '../servers/next-auth-v4'
import { ann, annSession, dialects, openPage, type Page, pairs, requestLine, untilKnown } from './page'

const stay = { redirect: false }

describe.each(pairs)('$dialect with $server', ({ start, dialect }) => {
  let server: AuthServer
  let page: Page

  beforeEach(async () => {
    server = await start()
    page = openPage(server, { compat: { dialect } })
    await untilKnown(page.client)
    server.requests.length = 0
  })
  afterEach(async () => {
    page.close()
    await server.stop()
  })

  test('starts signed out', () => {
    expect(page.client.getState()).toMatchObject({
      status: 'unauthenticated',
      data: null,
      cause: { type: 'server', trigger: 'mount', httpStatus: 200 },
      error: null,
    })
  })

  test('signs in and shows the session', async () => {
    const response = await page.client.signIn('credentials', { ...ann, ...stay })

    expect(response).toMatchObject({ ok: true, status: 200, url: `${server.url}/page` })
    expect(response?.result).toEqual({ type: 'signed-in' })
    expect(page.client.getState()).toMatchObject({
      status: 'authenticated',
      data: annSession,
      cause: { type: 'signed-in' },
    })
    expect(server.requests.map(requestLine)).toEqual([
      'GET /api/auth/providers',
      'GET /api/auth/csrf',
      'POST /api/auth/callback/credentials',
      'GET /api/auth/session',
    ])
  })

  test('signs in and goes where it wanted to', async () => {
    await page.client.signIn('credentials', { ...ann, callbackUrl: '/after' })

    expect(page.visited).toEqual([`${server.url}/after`])
    expect(page.client.getState().status).toBe('unauthenticated')
    expect(await openAgain()).toMatchObject({ status: 'authenticated', data: annSession })
  })

  /** The page that the browser was sent to. */
  async function openAgain() {
    page.client.stop()
    const next = openPage(server, { fetch: page.fetch })
    const state = await untilKnown(next.client)
    next.close()
    return state
  }

  test('refuses a wrong password', async () => {
    const response = await page.client.signIn('credentials', { ...ann, password: 'wrong', ...stay })

    expect(response).toMatchObject({ ok: false, error: 'CredentialsSignin', url: null })
    expect(response?.result).toMatchObject({ type: 'failed', error: { code: 'credentials' } })
    expect(page.client.getState().status).toBe('unauthenticated')
    expect(server.requests.map(requestLine).at(-1)).toBe('POST /api/auth/callback/credentials')
  })

  test('keeps the session when somebody else gives a wrong password', async () => {
    await page.client.signIn('credentials', { ...ann, ...stay })

    await page.client.signIn('credentials', { username: 'bob', password: 'wrong', ...stay })

    expect(page.client.getState()).toMatchObject({ status: 'authenticated', data: annSession })
  })

  test('shows another user who signs in', async () => {
    await page.client.signIn('credentials', { ...ann, ...stay })

    await page.client.signIn('credentials', { username: 'bob', password: 'bob-password', ...stay })

    expect(page.client.getState()).toMatchObject({
      data: { user: { name: 'Bob' } },
      cause: { type: 'signed-in' },
    })
  })

  test('goes to the page that says that the password was wrong', async () => {
    await page.client.signIn('credentials', { ...ann, password: 'wrong' })

    expect(page.visited).toHaveLength(1)
    expect(page.visited[0]).toContain('error=CredentialsSignin')
  })

  test.each([undefined, 'unknown', 'constructor'])('knows no provider %s', async (provider) => {
    const response = await page.client.signIn(provider, stay)

    expect(response?.result).toMatchObject({ type: 'failed', error: { code: 'providers' } })
    expect(server.requests.map(requestLine)).toEqual(['GET /api/auth/providers'])
  })

  test('signs in once on a double click', async () => {
    const [first, second] = await Promise.all([
      page.client.signIn('credentials', { ...ann, ...stay }),
      page.client.signIn('credentials', { ...ann, ...stay }),
    ])

    expect(first).toMatchObject({ ok: true })
    expect(second).toBe(first)
    expect(server.requests.filter(({ method }) => method === 'POST')).toHaveLength(1)
  })
})

describe('a provider elsewhere', () => {
  const app = { clientId: 'client', clientSecret: 'secret' }
  const kinds = [
    { name: 'a v5 server', start: () => startAuthCoreServer({ providers: [GitHub(app)] }) },
    { name: 'a v4 server', start: () => startNextAuthV4Server({ providers: [GitHubV4(app)] }) },
  ]
  const withDialects = kinds.flatMap((kind) => dialects.map((dialect) => ({ ...kind, dialect })))

  test.each(withDialects)('is gone to with $dialect and $name', async ({ start, dialect }) => {
    const server = await start()
    const page = openPage(server)

    await page.client.signIn('github', {}, { login: 'ann' }, dialect)

    const { origin, pathname, searchParams } = new URL(page.visited[0] ?? '')
    expect(origin + pathname).toBe('https://github.com/login/oauth/authorize')
    expect(searchParams.get('login')).toBe('ann')
    page.close()
    await server.stop()
  })

  test.each(kinds)('is named, when told to stay, with v5 and $name', async ({ start }) => {
    const server = await start()
    const page = openPage(server)

    const response = await page.client.signIn('github', stay, undefined, 'v5')

    expect(response).toMatchObject({ ok: true, url: expect.stringContaining('https://github.com/') })
    expect(response?.result?.type).toBe('redirect')
    expect(page.visited).toEqual([])
    page.close()
    await server.stop()
  })
})
