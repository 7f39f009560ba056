import { delay, HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { authHandlers } from 'sessionchart/testing/msw'
import { expect, onTestFinished, test } from 'vitest'
import { listenForNoise } from '../../support/noise'
import { ann } from '../../support/people'
import { listen, post, read, readJson, SITE, signIn, update, users } from './handlers'

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

test('refuses a csrf token that the browser has not been given', async () => {
  const auth = listen({ session: ann })
  await post('/signout')
  const { body } = auth.requests.at(-1) ?? {}
  auth.reset()

  const response = await fetch(`${SITE}/api/auth/signout`, {
    method: 'post',
    body: new URLSearchParams(body as Record<string, string>),
    redirect: 'manual',
  })

  expect(response.headers.get('location')).toContain('error=MissingCSRF')
  expect(auth.session).toBe(ann)
})

test('says in the console what was thrown in it', async () => {
  const { logged } = listenForNoise()
  const authorize = () => {
    throw new Error('no such column')
  }
  listen({ authorize })

  const { url } = await (await signIn()).json()

  expect(url).toContain('error=Configuration')
  expect(logged).toEqual([expect.stringContaining('no such column')])
})

test('follows a redirect to a page', async () => {
  // Not of a form: msw takes that for an error in Node.
  const auth = listen({ version: 'v4' })

  const response = await read('/error?error=CredentialsSignin')

  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html'])
  expect(auth.requests.map(({ path }) => path)).toEqual([
    '/error?error=CredentialsSignin',
    '/signin?error=CredentialsSignin',
  ])
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
