import { createSessionClient, SessionOptionError } from 'sessionchart'
import { describe, expect, test } from 'vitest'
import { ann } from './sessions'
import { createTestClient } from './test-client'

const DAY_SECONDS = 24 * 60 * 60

const refused: Array<[option: string, value: unknown, printed: string]> = [
  ['basePath', 1, '1'],
  ['basePath', {}, 'an object'],
  ['baseUrl', 1, '1'],
  ['session', 'ann', '"ann"'],
  ['session', [], 'an array'],
  ['session', true, 'true'],
  ['refetchInterval', -1, '-1'],
  ['refetchInterval', Number.NaN, 'NaN'],
  ['refetchInterval', Number.POSITIVE_INFINITY, 'Infinity'],
  ['refetchInterval', '60', '"60"'],
  ['refetchOnWindowFocus', 'always', '"always"'],
  ['refetchWhenOffline', 0, '0'],
  ['refetchKey', {}, 'an object'],
  ['refetchKey', true, 'true'],
  ['fetch', 'fetch', '"fetch"'],
  ['headers', 'X-App: one', '"X-App: one"'],
  ['credentials', 'all', '"all"'],
  ['logger', 'console', '"console"'],
  ['logger', () => {}, 'a function'],
  ['onError', true, 'true'],
  ['onSessionChange', {}, 'an object'],
  ['inspect', 'yes', '"yes"'],
  ['compat', 'v6', '"v6"'],
  ['compat', { dialect: 'v6' }, '"v6"'],
  ['compat', { loadingWhileUpdating: 'no' }, '"no"'],
  ['compat', { ignoreSessionPropChanges: 1 }, '1'],
  ['requestTimeout', 0, '0'],
  ['requestTimeout', -5, '-5'],
  ['requestTimeout', Number.POSITIVE_INFINITY, 'Infinity'],
  ['requestTimeout', 2_000_001, '2000001'],
  ['identify', 'id', '"id"'],
  ['environment', 'browser', '"browser"'],
]

describe('refuses, naming the option and the value', () => {
  test.for(refused)('%s: %o', ([option, value, printed]) => {
    const make = () => createSessionClient({ [option]: value })

    expect(make).toThrow(SessionOptionError)
    expect(make).toThrow(new RegExp(`^sessionchart: ${option}\\b.* must be .+, not ${printed}\\.$`))
  })
})

describe('takes', () => {
  const taken: Array<[option: string, value: unknown]> = [
    ['refetchInterval', 0],
    ['refetchInterval', 0.5],
    ['refetchInterval', 30 * DAY_SECONDS],
    ['requestTimeout', 0.1],
    ['requestTimeout', 20 * DAY_SECONDS],
    ['session', null],
    ['session', {}],
    ['session', { ...ann(), expires: 'never' }],
    ['session', { user: { name: 'Ann' } }],
    ['basePath', ''],
    ['basePath', 'https://auth.example.com/api/auth'],
    ['baseUrl', 'example.com'],
    ['headers', {}],
    ['headers', () => ({})],
    ['headers', new Headers()],
    ['credentials', 'omit'],
    ['compat', {}],
    ['compat', { dialect: 'v4', loadingWhileUpdating: true, ignoreSessionPropChanges: true }],
    ['inspect', () => {}],
    ['inspect', { next: () => {} }],
    ['environment', {}],
    ['surprise', 1],
  ]

  test.for(taken)('%s: %o', ([option, value]) => {
    expect(() => createSessionClient({ [option]: value })).not.toThrow()
  })

  test.for(refused.map(([option]) => option))('undefined and null for %s as its default', (option) => {
    expect(() => createSessionClient({ [option]: undefined })).not.toThrow()
    expect(() => createSessionClient({ [option]: null })).not.toThrow()
  })
})

test('refuses what it is configured with later, and keeps what it had', () => {
  const { client } = createTestClient({ session: ann(), refetchInterval: 60, basePath: '/kept' })

  expect(() => client.configure({ basePath: '/new', refetchInterval: -1 })).toThrow(SessionOptionError)

  expect(client.urls().basePath).toBe('/kept')
})

test.each([
  { basePath: '/new', channel: 'kept' },
  { basePath: '/kept', channel: 'new' },
  { basePath: '/kept' },
])('refuses another place than the one that it was made for, and keeps what it had: %o', (place) => {
  const { client } = createTestClient({ session: ann(), basePath: '/kept', channel: 'kept' })
  const configure = () => client.configure({ ...place, session: null })

  expect(configure).toThrow(SessionOptionError)
  expect(configure).toThrow('must be what it was when the client was made, not')

  expect(client.urls().basePath).toBe('/kept')
  expect(client.getState().data).toEqual(ann())
})

test('refuses a base URL that is none when it is needed', () => {
  expect(() => createSessionClient({ baseUrl: 'http://' }).urls()).toThrow(
    'sessionchart: baseUrl must be a URL, not "http://".',
  )
})

test.for([
  ['/api/auth/', '/api/auth'],
  ['', '/api/auth'],
  ['/auth///', '/auth'],
  ['/', '/'],
  ['https://auth.example.com/api/auth/', 'https://auth.example.com/api/auth'],
] as const)('asks below the base path %o', async ([basePath, expected]) => {
  const { client, auth } = createTestClient({ basePath })

  await client.getSession()

  const url = expected.startsWith('http')
    ? expected
    : `http://localhost:3000${expected === '/' ? '' : expected}`
  expect(auth.requests[0]?.url).toBe(`${url}/session`)
})

test('calls fetch with two arguments, as next-auth does', async () => {
  const calls: unknown[][] = []
  const { client } = createTestClient({
    fetch: async (...args) => {
      calls.push(args)
      return Response.json(ann())
    },
    headers: { 'X-App': 'one' },
    credentials: 'include',
  })

  await client.getSession()

  expect(calls).toEqual([
    [
      '/api/auth/session',
      {
        headers: { 'Content-Type': 'application/json', 'X-App': 'one' },
        credentials: 'include',
        cache: 'no-store',
        signal: expect.any(AbortSignal),
      },
    ],
  ])
})

test.for([
  ['headers', new Headers({ 'X-App': 'one' })],
  ['a function that gives headers', () => new Headers({ 'X-App': 'one' })],
] as const)('sends %s of the platform', async ([, headers]) => {
  const { client, auth } = createTestClient({ headers })

  await client.getSession()

  expect(auth.requests[0]?.headers).toMatchObject({ 'x-app': 'one', 'content-type': 'application/json' })
})

test('a header of the platform takes the place of the usual one', async () => {
  const { client, auth } = createTestClient({ headers: new Headers({ 'Content-Type': 'text/plain' }) })

  await client.getSession()

  expect(auth.requests[0]?.headers['content-type']).toBe('text/plain')
})

test('names the app type of a session that a fixture has shortened', () => {
  const { client } = createTestClient({ session: { expires: '1', user: { name: 'Cleo' } } })

  expect(client.getState()).toMatchObject({ status: 'authenticated', expiresAt: null })
})
