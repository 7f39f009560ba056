import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AuthServer } from '../servers/auth-server'
import { annSession, openPage, openSignedIn, type Page, pairs, requestLine, untilKnown } from './page'

const annaSession = { ...annSession, user: { ...annSession.user, name: 'Anna' } }

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

  test('changes the session', async () => {
    const session = await page.client.update({ name: 'Anna' })

    expect(session).toEqual(annaSession)
    expect(page.client.getState()).toMatchObject({ status: 'authenticated', data: annaSession })
    expect(server.requests.map(requestLine)).toEqual(['GET /api/auth/csrf', 'POST /api/auth/session'])
  })

  test('keeps what it changed', async () => {
    await page.client.update({ name: 'Anna' })

    expect(await page.client.getSession()).toEqual(annaSession)
  })

  test('makes two changes one after the other', async () => {
    const sessions = await Promise.all([page.client.update({ name: 'A' }), page.client.update({ name: 'B' })])

    expect(sessions).toMatchObject([{ user: { name: 'A' } }, { user: { name: 'B' } }])
    expect(page.client.getState().data).toMatchObject({ user: { name: 'B' } })
  })

  test('gives the session without data', async () => {
    expect(await page.client.update()).toEqual(annSession)
    expect(server.requests.map(requestLine)).toEqual(
      dialect === 'v5' ? ['GET /api/auth/session'] : ['GET /api/auth/csrf', 'POST /api/auth/session'],
    )
  })

  test('gives null when nobody is signed in', async () => {
    const nobody = openPage(server, { compat: { dialect } })
    await untilKnown(nobody.client)

    expect(await nobody.client.update({ name: 'Anna' })).toBeNull()
    expect(nobody.client.getState()).toMatchObject({ status: 'unauthenticated', error: null })
    nobody.close()
  })

  test('signs out when the server does not know the session any more', async () => {
    page.fetch.clearCookies()

    expect(await page.client.update({ name: 'Anna' })).toBeNull()
    expect(page.client.getState()).toMatchObject({
      status: 'unauthenticated',
      cause: { type: 'server', trigger: 'update' },
    })
  })

  test('waits for the first read', async () => {
    const next = openPage(server, { fetch: page.fetch, compat: { dialect } })

    expect(await next.client.update({ name: 'Anna' })).toEqual(annaSession)
    expect(next.client.getState().status).toBe('authenticated')
    next.close()
  })
})
