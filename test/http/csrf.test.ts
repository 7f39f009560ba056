import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuthServer } from '../servers/auth-server'
import { ann, annSession, openPage, type Page, pairs, requestLine, spoilToken, untilKnown } from './page'

/** S20: the token does not belong to the cookie. It is fetched anew once, then there is an error with a name. */

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

  const posts = () => server.requests.map(requestLine).filter((line) => line.startsWith('POST'))
  const signIn = () => page.client.signIn('credentials', { ...ann, ...stay })

  /** Spoils the first token only. */
  function spoilFirstToken() {
    server.intercept(async (request, pass) => {
      if (requestLine(request) !== 'GET /api/auth/csrf') return undefined
      server.intercept(null)
      return spoilToken(request, pass)
    })
  }

  test('signs in although the cookie got lost between token and post', async () => {
    const { fetch } = page
    let isLost = false
    const forgetful: typeof fetch = Object.assign(
      (...[url, init]: Parameters<typeof fetch>) => {
        if (init?.method === 'post' && !isLost) {
          isLost = true
          fetch.clearCookies()
        }
        return fetch(url, init)
      },
      { clearCookies: fetch.clearCookies, cookies: fetch.cookies },
    )
    page.close()
    page = openPage(server, { fetch: forgetful, compat: { dialect } })

    expect(await signIn()).toMatchObject({ ok: true })
    expect(page.client.getState()).toMatchObject({ status: 'authenticated', data: annSession })
    expect(posts()).toHaveLength(2)
  })

  test('signs in with the second token', async () => {
    spoilFirstToken()

    expect(await signIn()).toMatchObject({ ok: true })
    expect(posts()).toHaveLength(2)
  })

  test('updates with the second token', async () => {
    await signIn()
    spoilFirstToken()

    expect(await page.client.update({ name: 'Anna' })).toMatchObject({ user: { name: 'Anna' } })
    expect(posts()).toHaveLength(3)
  })

  test('signs out with the second token', async () => {
    await signIn()
    spoilFirstToken()

    expect((await page.client.signOut(stay))?.result).toEqual({ type: 'signed-out' })
    expect(posts()).toHaveLength(3)
  })

  test('gives up a sign-in after the second, and signs in later', async () => {
    server.intercept(spoilToken)

    const response = await signIn()

    expect(response).toMatchObject({ ok: false, url: null })
    expect(response?.result).toMatchObject({ type: 'failed', error: { name: 'SessionError', code: 'csrf' } })
    expect(posts()).toHaveLength(2)
    server.intercept(null)
    expect(await signIn()).toMatchObject({ ok: true })
  })

  test('gives up an update after the second, and updates later', async () => {
    await signIn()
    server.intercept(spoilToken)

    expect(await page.client.update({ name: 'Anna' })).toBeNull()
    expect(page.client.getState()).toMatchObject({
      status: 'authenticated',
      data: annSession,
      error: { name: 'SessionError', code: 'csrf', status: 400 },
    })
    expect(page.failed).toEqual(['csrf'])
    expect(posts()).toHaveLength(3)
    server.intercept(null)
    expect(await page.client.update({ name: 'Anna' })).toMatchObject({ user: { name: 'Anna' } })
    expect(page.client.getState().error).toBeNull()
  })

  test('gives up a sign-out after the second, and signs out later', async () => {
    await signIn()
    server.intercept(spoilToken)

    expect((await page.client.signOut(stay))?.result).toMatchObject({ error: { code: 'csrf' } })
    expect(posts()).toHaveLength(3)
    server.intercept(null)
    expect((await page.client.signOut(stay))?.result).toEqual({ type: 'signed-out' })
  })
})
