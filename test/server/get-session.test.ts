import { createSessionClient } from 'sessionchart'
import { getCsrfToken, getProviders, getSession } from 'sessionchart/react'
import * as v4 from 'sessionchart/v4'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createFakeAuth, type FakeAuth, json } from '../client/fake-auth'
import { ann, bob } from '../client/sessions'
import { takeTraces, watchChannels } from './traces'

let auth: FakeAuth
let opened: ReturnType<typeof watchChannels>
beforeEach(() => {
  auth = createFakeAuth()
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => auth.fetch(url, init))
  opened = watchChannels()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})

type Params = Parameters<typeof getSession>[0]
const cookie = 'authjs.session-token=abc; theme=dark'

const forms: Array<[string, object]> = [
  ['headers as Node has them', { headers: { cookie } }],
  ['headers as fetch has them', { headers: new Headers({ cookie }) }],
  ['a request', new Request('http://localhost:3000', { headers: { cookie } })],
  ['{ req }', { req: { headers: { cookie } } }],
  ['{ ctx }', { ctx: { req: { headers: { cookie } } } }],
]

test.for(forms)('forwards the cookie of %s', async ([, params]) => {
  expect(await getSession(params as Params)).toEqual(ann())
  expect(await v4.getSession(params as Parameters<typeof v4.getSession>[0])).toEqual(ann())

  expect(auth.requests.map(({ url, headers }) => [url, headers.cookie])).toEqual(
    Array(2).fill(['http://localhost:3000/api/auth/session', cookie]),
  )
})

test('forwards the cookie for the token of v4, too', async () => {
  expect(await v4.getCsrfToken({ req: { headers: { cookie } } })).toBe('token')

  expect(auth.requests[0]?.headers.cookie).toBe(cookie)
})

test.for([undefined, {}, { headers: {} }, { headers: null }, { req: undefined }, { headers: { cookie: 1 } }])(
  'sends no cookie with %o',
  async (params) => {
    await getSession(params as Params)

    expect(auth.requests[0]?.headers.cookie).toBeUndefined()
  },
)

test('asks where the environment says', async () => {
  vi.stubEnv('VERCEL_URL', 'preview.example.com')
  await getSession()
  vi.stubEnv('NEXTAUTH_URL', 'https://example.com/app/auth')
  await getCsrfToken()
  vi.stubEnv('NEXTAUTH_URL_INTERNAL', 'http://10.0.0.1:3000/api/auth/')
  await getProviders()

  expect(auth.requests.map(({ url }) => url)).toEqual([
    'https://preview.example.com/api/auth/session',
    'https://example.com/app/auth/csrf',
    'http://10.0.0.1:3000/api/auth/providers',
  ])
})

test('gives null for nobody, and when the request fails', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  auth.session = null
  expect(await getSession()).toBeNull()
  expect(error).not.toHaveBeenCalled()

  auth.answerAll('/session', () => json({ message: 'down' }, 503))
  expect(await getSession()).toBeNull()
  expect(error).toHaveBeenCalledTimes(1)
})

test('shares nothing between two calls', async () => {
  const answer = auth.hold('/session')
  const first = getSession({ headers: { cookie: 'ann' } } as Params)
  const second = getSession({ headers: { cookie: 'bob' } } as Params)
  auth.answerNext('/session', () => json(ann()))
  auth.answerNext('/session', () => json(bob()))
  answer()

  expect(await Promise.all([first, second])).toEqual([ann(), bob()])
  expect(auth.requests.map(({ headers }) => headers.cookie)).toEqual(['ann', 'bob'])
  auth.session = null
  expect(await getSession()).toBeNull()
})

test('shares nothing between the calls of one client either', async () => {
  const client = createSessionClient()

  const [first, second] = await Promise.all([
    client.getSession({ headers: { cookie: 'ann' } }),
    client.getSession({ headers: { cookie: 'bob' } }),
  ])

  expect([first, second]).toEqual([ann(), ann()])
  expect(auth.count('/session')).toBe(2)
  expect(client.getState()).toMatchObject({ status: 'loading', data: undefined })
})

test('leaves nothing after 200 calls', async () => {
  const before = takeTraces()

  for (let call = 0; call < 200; call += 1) {
    auth.session = call % 2 ? ann() : bob()
    expect(await getSession({ headers: { cookie: String(call) } } as Params)).toEqual(auth.session)
  }

  expect(takeTraces()).toEqual(before)
  expect(opened).not.toHaveBeenCalled()
  expect(auth.requests).toHaveLength(200)
})
