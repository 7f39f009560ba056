import { SessionOptionError } from 'sessionchart'
import { type AuthHandlers, type AuthHandlersOptions, authHandlers } from 'sessionchart/testing/msw'
import { expect, test } from 'vitest'

const circular: { self?: object } = {}
circular.self = circular
const ann = { name: 'ann', password: 'right' }
const some = 'a string with something in it'
const types = "one of 'credentials', 'oauth', 'oidc', 'email'"
const endpoints = "one of 'session', 'update', 'csrf', 'providers', 'signIn', 'signOut', 'all'"

test.each<[options: object, option: string, message: string]>([
  [{ version: 5 }, 'version', "'v5' or 'v4', not 5."],
  [{ basePath: 'api/auth' }, 'basePath', 'a path such as "/api/auth", or a URL with one, not "api/auth".'],
  [{ basePath: '' }, 'basePath', 'a path such as "/api/auth", or a URL with one, not "".'],
  [{ basePath: '/' }, 'basePath', 'a path such as "/api/auth", or a URL with one, not "/".'],
  [{ basePath: '//' }, 'basePath', 'a path such as "/api/auth", or a URL with one, not "//".'],
  [
    { basePath: 'https://a.example' },
    'basePath',
    'a path such as "/api/auth", or a URL with one, not "https:',
  ],
  [{ maxAge: 0 }, 'maxAge', 'seconds, above 0, not 0.'],
  [{ maxAge: Number.NaN }, 'maxAge', 'seconds, above 0, not NaN.'],
  [{ maxAge: Number.POSITIVE_INFINITY }, 'maxAge', 'seconds, above 0, not Infinity.'],
  [{ users: ann }, 'users', 'an array, not an object.'],
  [{ users: [ann, { name: 'bob' }] }, 'users[1].password', `${some}, not undefined.`],
  [{ users: [{ ...ann, password: '' }] }, 'users[0].password', `${some}, not "".`],
  [{ users: [undefined] }, 'users[0].password', `${some}, not undefined.`],
  [{ providers: {} }, 'providers', 'an array, not an object.'],
  [{ providers: ['github'] }, 'providers[0].id', `${some}, not undefined.`],
  [{ providers: [null] }, 'providers[0].id', `${some}, not undefined.`],
  [{ providers: [{ id: 'github' }] }, 'providers[0].type', `${types}, not undefined.`],
  [{ providers: [{ id: 'key', type: 'webauthn' }] }, 'providers[0].type', `${types}, not "webauthn".`],
  [
    { providers: [{ id: 'x', type: 'oauth', authorization: '/x' }] },
    'providers[0].authorization',
    'a URL, not "/x".',
  ],
  [{ session: 'ann' }, 'session', 'an object or null, not "ann".'],
  [{ session: [] }, 'session', 'an object or null, not an array.'],
  [{ session: {} }, 'session', 'null when nobody is signed in, not an object.'],
  [{ session: circular }, 'session', 'what JSON can hold (Converting circular'],
  [{ callbacks: { jwt: true } }, 'callbacks.jwt', 'a function, not true.'],
  [{ authorize: 'ann' }, 'authorize', 'a function, not "ann".'],
])('%o', (options, option, message) => {
  const make = () => authHandlers(options as AuthHandlersOptions)

  expect(make).toThrow(SessionOptionError)
  expect(make).toThrow(`sessionchart: ${option} must be ${message}`)
})

test.each<[what: string, act: (auth: AuthHandlers) => void, message: string]>([
  [
    'a session',
    (auth) => Object.assign(auth, { session: {} }),
    'session must be null when nobody is signed in',
  ],
  [
    'an endpoint',
    (auth) => auth.fail('signin' as never, 'network'),
    `endpoint must be ${endpoints}, not "signin".`,
  ],
  ['an endpoint to delay', (auth) => auth.delay('all the rest' as never, 1), `endpoint must be ${endpoints}`],
  ['an endpoint to recover', (auth) => auth.recover('none' as never), `endpoint must be ${endpoints}`],
  [
    'a failure',
    (auth) => auth.fail('session', 'timeout' as never),
    "failure must be 'network', 'answer-lost'",
  ],
  ['no failure', (auth) => auth.fail('session', null as never), "failure must be 'network', 'answer-lost'"],
  ['a status', (auth) => auth.fail('session', { status: 99 }), 'failure.status must be an HTTP status'],
  [
    'half a status',
    (auth) => auth.fail('session', { status: 500.5 }),
    'failure.status must be an HTTP status',
  ],
  ['a token that is not sent', (auth) => auth.fail('csrf', 'csrf'), "endpoint must be 'update', 'signIn' or"],
  [
    'no times',
    (auth) => auth.fail('session', 'network', { times: 0 }),
    'times must be a number, from 1, not 0.',
  ],
  ['a time', (auth) => auth.delay('session', -1), 'delay must be milliseconds, from 0 to 2147483647, or'],
  [
    'a long time',
    (auth) => auth.delay('session', Infinity),
    'delay must be milliseconds, from 0 to 2147483647, or',
  ],
])('%s', (_what, act, message) => {
  const auth = authHandlers()

  expect(() => act(auth)).toThrow(SessionOptionError)
  expect(() => act(auth)).toThrow(`sessionchart: ${message}`)
})
