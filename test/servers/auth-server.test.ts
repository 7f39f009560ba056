import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startAuthCoreServer } from './auth-core'
import type { AuthServer } from './auth-server'
import { type BrowserFetch, createBrowserFetch } from './cookie-fetch'
import { postForm, postUpdate, read, readCsrfToken, v5Marker } from './protocol'

let server: AuthServer
let fetch: BrowserFetch

beforeEach(async () => {
  server = await startAuthCoreServer()
  fetch = createBrowserFetch(server.url)
})
afterEach(() => server.stop())

test('records requests in order', async () => {
  const csrfToken = await readCsrfToken(fetch)
  await postForm(fetch, 'callback/credentials?x=%C3%84', { csrfToken, password: 'p&q' }, v5Marker)
  await postUpdate(fetch, { csrfToken, data: { name: 'Änn' } })
  await fetch('/')

  const cookie = expect.stringContaining('authjs.csrf-token=')
  expect(server.requests).toEqual([
    {
      method: 'GET',
      path: '/api/auth/csrf',
      headers: { 'content-type': 'application/json' },
      body: '',
    },
    {
      method: 'POST',
      path: '/api/auth/callback/credentials?x=%C3%84',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-auth-return-redirect': '1',
        cookie,
      },
      body: `csrfToken=${csrfToken}&password=p%26q`,
    },
    {
      method: 'POST',
      path: '/api/auth/session',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ csrfToken, data: { name: 'Änn' } }),
    },
    { method: 'GET', path: '/', headers: { cookie }, body: '' },
  ])
})

test('answers itself what a test wants answered, and lets the rest pass', async () => {
  server.intercept(({ path }) =>
    path === '/api/auth/session' ? new Response('down', { status: 503 }) : undefined,
  )

  expect(await read(fetch, 'session')).toMatchObject({ status: 503, body: 'down' })
  expect(await readCsrfToken(fetch)).toHaveLength(64)

  server.intercept(null)
  expect(await read(fetch, 'session')).toMatchObject({ status: 200, body: null })
})

test('delays', async () => {
  server.intercept(async () => {
    await delay(50)
    return undefined
  })
  const start = performance.now()

  expect(await read(fetch, 'session')).toMatchObject({ status: 200 })

  expect(performance.now() - start).toBeGreaterThan(45)
})

test('cuts the connection', async () => {
  server.intercept(() => 'destroy')

  await expect(fetch('/api/auth/session')).rejects.toThrow(TypeError)
})

test('never answers, until the browser gives up', async () => {
  server.intercept(() => 'hang')

  await expect(fetch('/api/auth/session', { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
})

test('does the work and loses the answer', async () => {
  server.intercept(async ({ method }, pass) => {
    if (method !== 'POST') return undefined
    await pass()
    return 'destroy'
  })
  const csrfToken = await readCsrfToken(fetch)
  const ann = { username: 'ann', password: 'ann-password' }

  await expect(postForm(fetch, 'callback/credentials', { ...ann, csrfToken }, v5Marker)).rejects.toThrow()

  expect(server.requests).toHaveLength(2)
})

test('changes an answer on its way', async () => {
  server.intercept(async (_request, pass) => {
    const answer = await pass()
    return new Response(answer.body, { status: 401, headers: answer.headers })
  })

  expect(await read(fetch, 'session')).toMatchObject({ status: 401, body: null })
})

test('stops while a request hangs, and stops twice', async () => {
  server.intercept(() => 'hang')
  const lost = expect(fetch('/api/auth/session')).rejects.toThrow(TypeError)
  await expect.poll(() => server.requests).toHaveLength(1)

  await server.stop()
  await server.stop()

  await lost
  await expect(fetch('/')).rejects.toThrow(TypeError)
})
