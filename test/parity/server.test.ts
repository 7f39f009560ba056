import { afterEach, describe, expect, test, vi } from 'vitest'
import { json, stubServer } from './harness/fake-server'
import { loadLibrary, type Maker, type Version } from './harness/library'

/** The free functions on a server, where there is no page: which address they ask, and with which cookie. */

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

type Variables = Partial<Record<'NEXTAUTH_URL' | 'NEXTAUTH_URL_INTERNAL' | 'VERCEL_URL', string>>
type Call = 'getSession' | 'getCsrfToken' | 'getProviders'

async function ask(maker: Maker, version: Version, variables: Variables, call: Call, params?: object) {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value)
  const server = stubServer()
  server.answer({ 'GET session': json({ user: { name: 'Ann' } }) })
  const library = await loadLibrary(maker, version)
  // v5 would open a channel that nobody closes.
  await library[call]({ broadcast: false, ...params })
  return server.requests.map(({ url, headers }) => ({ url, cookie: headers.cookie }))
}

const environments: Array<[variables: Variables, base: string]> = [
  [{}, 'http://localhost:3000/api/auth'],
  [{ NEXTAUTH_URL: 'https://site.example' }, 'https://site.example/api/auth'],
  [{ NEXTAUTH_URL: 'https://site.example/' }, 'https://site.example/api/auth'],
  [{ NEXTAUTH_URL: 'https://site.example/custom/auth' }, 'https://site.example/custom/auth'],
  [{ NEXTAUTH_URL: 'https://site.example/custom/auth/' }, 'https://site.example/custom/auth'],
  [{ NEXTAUTH_URL: 'site.example/auth' }, 'https://site.example/auth'],
  [{ NEXTAUTH_URL: 'http://localhost:4000' }, 'http://localhost:4000/api/auth'],
  [{ VERCEL_URL: 'app.vercel.example' }, 'https://app.vercel.example/api/auth'],
  [{ VERCEL_URL: 'app.vercel.example/auth' }, 'https://app.vercel.example/api/auth'],
  [
    { NEXTAUTH_URL: 'https://site.example/auth', VERCEL_URL: 'app.vercel.example' },
    'https://site.example/auth',
  ],
  [{ NEXTAUTH_URL_INTERNAL: 'http://10.0.0.1:8080' }, 'http://10.0.0.1:8080/api/auth'],
  [
    { NEXTAUTH_URL_INTERNAL: 'http://10.0.0.1:8080/in', NEXTAUTH_URL: 'https://site.example/out' },
    'http://10.0.0.1:8080/in',
  ],
  [
    { NEXTAUTH_URL_INTERNAL: 'http://10.0.0.1:8080', NEXTAUTH_URL: 'https://site.example/out' },
    'http://10.0.0.1:8080/api/auth',
  ],
]

describe.each(['v5', 'v4'] as const)('%s', (version) => {
  describe.each(['next-auth', 'ours'] as const)('%s', (maker) => {
    test.each(environments)('%j: asks %s', async (variables, base) => {
      expect(await ask(maker, version, variables, 'getSession')).toEqual([{ url: `${base}/session` }])
    })
  })

  test.each([
    ['getCsrfToken', 'csrf'],
    ['getProviders', 'providers'],
  ] as const)('%s asks the same server', async (call, path) => {
    const variables = { NEXTAUTH_URL: 'https://site.example/auth' }

    const theirs = await ask('next-auth', version, variables, call)

    expect(theirs).toEqual([{ url: `https://site.example/auth/${path}` }])
    expect(await ask('ours', version, variables, call)).toEqual(theirs)
  })
})

describe('an empty NEXTAUTH_URL', () => {
  test.each([
    ['next-auth', 'v5'],
    ['ours', 'v5'],
    // next-auth v4 cannot even be imported with it.
    ['ours', 'v4'],
  ] as const)('stands for none in %s %s', async (maker, version) => {
    const asked = await ask(maker, version, { NEXTAUTH_URL: '' }, 'getSession')

    expect(asked).toEqual([{ url: 'http://localhost:3000/api/auth/session' }])
  })
})

test('asks where it did, whatever the base path of pages is', async () => {
  const askAfterwards = async (maker: Maker) => {
    vi.stubEnv('NEXTAUTH_URL', 'https://site.example/auth')
    const server = stubServer()
    const library = (await loadLibrary(maker, 'v5')) as unknown as typeof import('sessionchart/react')
    library.__NEXTAUTH.basePath = '/pages'
    await library.getCsrfToken()
    return server.requests.map(({ url }) => url)
  }
  vi.spyOn(console, 'warn').mockImplementation(() => {})

  const theirs = await askAfterwards('next-auth')

  expect(theirs).toEqual(['https://site.example/auth/csrf'])
  expect(await askAfterwards('ours')).toEqual(theirs)
})

const cookie = 'authjs.session-token=x'
const forwarding: Array<[Version, Call, object]> = [
  ['v5', 'getSession', { headers: { cookie } }],
  ['v4', 'getSession', { req: { headers: { cookie } } }],
  ['v4', 'getSession', { ctx: { req: { headers: { cookie } } } }],
  ['v4', 'getCsrfToken', { req: { headers: { cookie } } }],
  ['v4', 'getCsrfToken', { ctx: { req: { headers: { cookie } } } }],
]

test('v4 reads with a request that has a body, which next-auth posts', async () => {
  const methodsOf = async (maker: Maker) => {
    const server = stubServer()
    const library = await loadLibrary(maker, 'v4')
    await library.getSession({ req: { headers: {}, body: { a: 1 } } })
    return server.requests.map(({ method }) => method)
  }

  expect(await methodsOf('next-auth')).toEqual(['POST'])
  expect(await methodsOf('ours')).toEqual(['GET'])
})

describe('forwards the cookie of a request', () => {
  test.each(forwarding)('%s: %s(%j)', async (version, call, params) => {
    const theirs = await ask('next-auth', version, {}, call, params)

    expect(theirs[0]?.cookie).toBe(cookie)
    expect(await ask('ours', version, {}, call, params)).toEqual(theirs)
  })

  test.each([
    [{ req: { headers: { cookie } } }],
    [{ ctx: { req: { headers: { cookie } } } }],
    [{ headers: new Headers({ cookie }) }],
  ])('in v5 %j, too, which next-auth forgets', async (params) => {
    expect((await ask('next-auth', 'v5', {}, 'getSession', params))[0]?.cookie).toBeUndefined()
    expect((await ask('ours', 'v5', {}, 'getSession', params))[0]?.cookie).toBe(cookie)
  })

  test.each(['v5', 'v4'] as const)('%s sends none when there is none', async (version) => {
    const theirs = await ask('next-auth', version, {}, 'getSession', { req: { headers: {} }, headers: {} })

    expect(theirs).toEqual([{ url: 'http://localhost:3000/api/auth/session' }])
    expect(await ask('ours', version, {}, 'getSession', { req: { headers: {} }, headers: {} })).toEqual(
      theirs,
    )
  })
})
