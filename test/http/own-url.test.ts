import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startAuthCoreServer } from '../servers/auth-core'
import type { AuthServer } from '../servers/auth-server'
import { ann, annSession, openPage, type Page, pairs, requestLine, untilKnown } from './page'

// The page has a query of its own that looks like an answer of Auth.js, which gives it back as the way to go on.

const stay = { redirect: false }
const posts = (server: AuthServer) =>
  server.requests.filter(({ method }) => method === 'POST').map(requestLine)

describe.each(pairs)('$dialect with $server', ({ start, dialect }) => {
  let server: AuthServer
  let page: Page

  beforeEach(async () => {
    server = await start()
  })
  afterEach(async () => {
    page.close()
    await server.stop()
  })

  async function open(query: string) {
    page = openPage(server, { compat: { dialect } }, `/page?${query}`)
    await untilKnown(page.client)
    server.requests.length = 0
  }

  test.each([
    'error=SessionRequired',
    'error=CredentialsSignin&code=credentials',
    'error=MissingCSRF',
    'csrf=true',
  ])('signs in on a page with ?%s', async (query) => {
    await open(query)

    const response = await page.client.signIn('credentials', { ...ann, ...stay })

    expect(response).toMatchObject({ ok: true, status: 200, url: `${server.url}/page?${query}` })
    expect(response?.error ?? null).toBeNull()
    expect(response?.result).toEqual({ type: 'signed-in' })
    expect(page.client.getState()).toMatchObject({ status: 'authenticated', data: annSession })
    expect(page.failed).toEqual([])
    expect(server.requests.map(requestLine)).toEqual([
      'GET /api/auth/providers',
      'GET /api/auth/csrf',
      'POST /api/auth/callback/credentials',
      'GET /api/auth/session',
    ])
  })

  test.each(['error=OAuthAccountNotLinked', 'error=MissingCSRF', 'csrf=true'])(
    'signs out on a page with ?%s',
    async (query) => {
      await open(query)
      await page.client.signIn('credentials', { ...ann, ...stay, redirectTo: '/page', callbackUrl: '/page' })
      server.requests.length = 0

      const response = await page.client.signOut(stay)

      expect(response?.result).toEqual({ type: 'signed-out' })
      expect(page.client.getState()).toMatchObject({
        status: 'unauthenticated',
        cause: { type: 'signed-out' },
      })
      expect(posts(server)).toEqual(['POST /api/auth/signout'])
      expect(await page.client.getSession()).toBeNull()
    },
  )

  test('signs out and leaves from a page with ?csrf=true', async () => {
    await open('csrf=true')
    await page.client.signIn('credentials', { ...ann, ...stay })
    server.requests.length = 0

    await page.client.signOut()

    expect(page.visited).toEqual([`${server.url}/page?csrf=true`])
    expect(posts(server)).toEqual(['POST /api/auth/signout'])
  })

  test('refuses a wrong password on a page with ?error=SessionRequired', async () => {
    await open('error=SessionRequired')

    const response = await page.client.signIn('credentials', { ...ann, password: 'wrong', ...stay })

    expect(response).toMatchObject({ ok: false, error: 'CredentialsSignin', url: null })
    expect(page.client.getState().status).toBe('unauthenticated')
  })
})

describe('a sign-in page of the app, with the error of the last attempt', () => {
  const path = '/login?error=CredentialsSignin&code=credentials'
  let server: AuthServer
  let page: Page

  beforeEach(async () => {
    server = await startAuthCoreServer({ pages: { signIn: '/login' } })
    page = openPage(server, {}, path)
    await untilKnown(page.client)
  })
  afterEach(async () => {
    page.close()
    await server.stop()
  })

  test('refuses a wrong password, although the server answers with the URL of the page itself', async () => {
    const answered: unknown[] = []
    server.intercept(async ({ method }, pass) => {
      if (method !== 'POST') return undefined
      const answer = await pass()
      answered.push((await answer.clone().json()).url)
      return answer
    })

    const response = await page.client.signIn('credentials', { ...ann, password: 'wrong', ...stay })

    expect(answered).toEqual([server.url + path])
    expect(response).toMatchObject({ ok: false, error: 'CredentialsSignin', status: 200, url: null })
    expect(response?.result).toMatchObject({ type: 'failed', error: { code: 'credentials' } })
    expect(page.client.getState()).toMatchObject({ status: 'unauthenticated', data: null })
  })

  test('names the code of the refusal, as next-auth does', async () => {
    const response = await page.client.signIn('credentials', { ...ann, password: 'wrong', ...stay })

    expect(response?.code).toBe('credentials')
  })

  test('takes the right password after it', async () => {
    await page.client.signIn('credentials', { ...ann, password: 'wrong', ...stay })

    const response = await page.client.signIn('credentials', { ...ann, ...stay })

    expect(response).toMatchObject({ ok: true, url: server.url + path })
    expect(page.client.getState()).toMatchObject({ status: 'authenticated', data: annSession })
  })
})
