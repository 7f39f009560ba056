import { delay, HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { authHandlers } from 'sessionchart/testing/msw'
import { expect, onTestFinished, test } from 'vitest'
import { ann } from '../../support/people'
import { listen, read, readJson, SITE, signIn, update, users } from './handlers'

/** Which requests are answered, and what is written down of them. */

test('writes down what was asked, in order', async () => {
  const auth = listen({ users })
  auth.fail('providers', 'network')

  await read('/providers?fresh=1').catch(() => {})
  await signIn()
  await update({ theme: 'dark' })
  await read('/signin?error=None')

  const csrfToken = expect.stringMatching(/^[0-9a-f]{64}$/)
  expect(auth.requests).toEqual([
    { endpoint: 'providers', method: 'GET', path: '/providers?fresh=1', headers: {}, body: undefined },
    { endpoint: 'csrf', method: 'GET', path: '/csrf', headers: {}, body: undefined },
    {
      endpoint: 'signIn',
      method: 'POST',
      path: '/callback/credentials',
      headers: expect.objectContaining({ 'x-auth-return-redirect': '1' }),
      body: { csrfToken, username: 'ann', password: 'right' },
    },
    { endpoint: 'csrf', method: 'GET', path: '/csrf', headers: {}, body: undefined },
    {
      endpoint: 'update',
      method: 'POST',
      path: '/session',
      headers: { 'content-type': 'application/json' },
      body: { csrfToken, data: { theme: 'dark' } },
    },
    { endpoint: 'other', method: 'GET', path: '/signin?error=None', headers: {}, body: undefined },
  ])
})

test.each([
  ['/app/auth', `${SITE}/app/auth`],
  ['/app/auth/', `${SITE}/app/auth`],
  ['https://auth.example/api/auth', 'https://auth.example/api/auth'],
])('answers below %s', async (basePath, base) => {
  const auth = listen({ session: ann, basePath })

  expect(await readJson('/session', base)).toEqual(ann)
  expect(auth.requests).toMatchObject([{ path: '/session' }])
  const { credentials } = (await readJson('/providers', base)) as Record<string, { signinUrl: string }>
  expect(credentials?.signinUrl).toBe(`${base}/signin/credentials`)
})

test.each([
  ['/api/auth', `${SITE}/app/api/auth/session`],
  ['/api/auth', `${SITE}/api/authors/session`],
  ['https://auth.example/api/auth', `${SITE}/api/auth/session`],
])('of %s leaves %s to others', async (basePath, url) => {
  const auth = authHandlers({ session: ann, basePath })
  const server = setupServer(
    ...auth.handlers,
    http.get('*', () => HttpResponse.json('another')),
  )
  server.listen()
  onTestFinished(() => server.close())

  expect(await (await fetch(url)).json()).toBe('another')
  expect(auth.requests).toEqual([])
})

test('lets a handler before it answer, after some time too', async () => {
  const auth = authHandlers({ session: ann })
  const server = setupServer(...auth.handlers)
  server.listen()
  onTestFinished(() => server.close())
  server.use(
    http.get('*/api/auth/session', async () => {
      await delay(1)
      return HttpResponse.json('mine')
    }),
  )

  expect(await readJson('/session')).toBe('mine')
  expect(auth.requests).toEqual([])
})

test('two servers in one process know nothing of each other', async () => {
  const one = authHandlers({ session: ann, basePath: '/one/auth' })
  const two = authHandlers({ basePath: '/two/auth', version: 'v4' })
  const server = setupServer(...one.handlers, ...two.handlers)
  server.listen()
  onTestFinished(() => server.close())

  expect(await readJson('/session', `${SITE}/one/auth`)).toEqual(ann)
  expect(await readJson('/session', `${SITE}/two/auth`)).toEqual({})
})

test('sets no cookies', async () => {
  const auth = listen({ users })

  const response = await signIn()

  expect(auth.session).not.toBeNull()
  expect(response.headers.getSetCookie()).toEqual([])
})
