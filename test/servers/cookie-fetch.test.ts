import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startAuthCoreServer } from './auth-core'
import type { AuthServer } from './auth-server'
import { type BrowserFetch, createBrowserFetch } from './cookie-fetch'

let server: AuthServer
let fetch: BrowserFetch

beforeEach(async () => {
  server = await startAuthCoreServer()
  fetch = createBrowserFetch(server.url)
})
afterEach(() => server.stop())

function redirect(location: string, status = 302, headers: Record<string, string> = {}) {
  return new Response(null, { status, headers: { location, ...headers } })
}

test('keeps cookies, sends them, and forgets those that expire', async () => {
  const lines = ['one=1; Path=/; HttpOnly', 'two=2', 'one=; Max-Age=0; Path=/', 'three=3; Path=/other']
  server.intercept(() => new Response('', { headers: { 'set-cookie': lines.shift() ?? '' } }))

  for (let count = 0; count < 4; count += 1) await fetch('/')

  expect(server.requests.map(({ headers }) => headers.cookie)).toEqual([
    undefined,
    'one=1',
    'one=1; two=2',
    'two=2',
  ])
  expect(fetch.cookies()).toEqual({ two: '2' })
})

test('forgets all cookies when told', async () => {
  await fetch('/api/auth/csrf')
  expect(Object.keys(fetch.cookies())).toEqual(['authjs.csrf-token', 'authjs.callback-url'])

  fetch.clearCookies()

  expect(fetch.cookies()).toEqual({})
})

test('keeps and sends cookies on the way through redirects', async () => {
  server.intercept(({ path }) => {
    if (path === '/one') return redirect('/two', 302, { 'set-cookie': 'one=1; Path=/' })
    if (path === '/two') return redirect('three?x=1', 303, { 'set-cookie': 'two=2; Path=/' })
    return new Response('there')
  })

  const response = await fetch('/one', {
    method: 'POST',
    headers: { 'Content-Type': 'text/plain' },
    body: 'text',
  })

  expect([await response.text(), response.url, response.redirected]).toEqual([
    'there',
    `${server.url}/three?x=1`,
    true,
  ])
  expect(server.requests).toEqual([
    { method: 'POST', path: '/one', headers: { 'content-type': 'text/plain' }, body: 'text' },
    { method: 'GET', path: '/two', headers: { cookie: 'one=1' }, body: '' },
    { method: 'GET', path: '/three?x=1', headers: { cookie: 'one=1; two=2' }, body: '' },
  ])
})

test('sends the body again where the status says so', async () => {
  server.intercept(({ path }) => (path === '/one' ? redirect('/two', 307) : undefined))

  await fetch('/one', { method: 'POST', body: 'text' })

  expect(server.requests.map(({ method, body }) => [method, body])).toEqual([
    ['POST', 'text'],
    ['POST', 'text'],
  ])
})

test('shows a redirect when asked to, and refuses one when asked to', async () => {
  server.intercept(() => redirect('/elsewhere'))

  expect(await fetch('/', { redirect: 'manual' })).toMatchObject({ status: 302, redirected: false })
  await expect(fetch('/', { redirect: 'error' })).rejects.toThrow(TypeError)
})

test('ends a circle of redirects', async () => {
  server.intercept(() => redirect('/'))

  await expect(fetch('/')).rejects.toThrow(TypeError)

  expect(server.requests).toHaveLength(21)
})

test('works in the place of the global fetch', async () => {
  vi.stubGlobal('fetch', fetch)

  expect((await globalThis.fetch('/')).status).toBe(200)

  vi.unstubAllGlobals()
})
