import { type SignInInput, signInMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { begin, proceed, take } from './chart'
import { watchTransitions } from './coverage'
import { ends, throws } from './events'
import { dead, fault, faultFailure, signedIn, unknown } from './fixtures'
import { runTable } from './table'

const untaken = watchTransitions(signInMachine)

const input: SignInInput = { id: 's1', provider: 'credentials', redirect: 'never' }
const startWith = (redirect: SignInInput['redirect']) => begin(signInMachine, { ...input, redirect }).snapshot

const found = (kind: string) => ends('readProviders', { type: 'found', kind })
const accepted = ends('postSignIn', { type: 'accepted', at: 1 })
const csrf = { code: 'csrf', message: 'The csrf token was rejected.' } as const
const refused = { code: 'credentials', message: 'No.' } as const
const csrfRejected = ends('postSignIn', { type: 'csrf-rejected', failure: csrf })
const wrongPassword = ends('postSignIn', { type: 'refused', failure: refused })

const posting = (kind: string, redirect: SignInInput['redirect'] = 'never') =>
  proceed(startWith(redirect), found(kind), ends('readCsrfToken'))
const postingAgain = (redirect: SignInInput['redirect'] = 'never') =>
  proceed(posting('credentials', redirect), csrfRejected, ends('readCsrfToken'))
const readingSession = proceed(posting('credentials'), accepted)

const failed = (failure: object) => ({ goes: 'failed', notes: { outcome: { type: 'failed', failure } } })
const redirected = (because: string) => ({
  goes: 'redirected',
  notes: { outcome: { type: 'redirect', because } },
})
const id = { id: 's1' }

test('it begins with the providers', () => {
  const { snapshot, started } = begin(signInMachine, input)
  expect(snapshot.value).toBe('readingProviders')
  expect(started).toEqual([['readProviders', id]])
})

describe('the provider', () => {
  runTable({
    'is known': {
      given: startWith('never'),
      when: found('oauth'),
      goes: 'readingCsrf',
      notes: { kind: 'oauth' },
      starts: [['readCsrfToken', id]],
    },
    'is unknown': {
      given: startWith('never'),
      when: ends('readProviders', { type: 'unknown', failure: dead }),
      ...failed(dead),
    },
    'is unknown to a redirecting sign-in, which goes to the page that lists the others': {
      given: startWith('always'),
      when: ends('readProviders', { type: 'unknown', failure: dead }),
      ...redirected('answer'),
    },
    'cannot be used from here': {
      given: startWith('always'),
      when: ends('readProviders', { type: 'unsupported', failure: dead }),
      ...failed(dead),
    },
    'cannot be asked for': {
      given: startWith('oauth'),
      when: throws('readProviders', fault),
      ...failed(faultFailure),
    },
    'cannot be asked for by a redirecting sign-in, which goes to the error page': {
      given: startWith('always'),
      when: throws('readProviders', fault),
      ...redirected('failure'),
    },
  })
})

describe('the csrf token', () => {
  runTable({
    'is there': {
      given: proceed(startWith('never'), found('credentials')),
      when: ends('readCsrfToken'),
      goes: 'posting',
      starts: [['postSignIn', id]],
    },
    'cannot be had': {
      given: proceed(startWith('always'), found('credentials')),
      when: throws('readCsrfToken', fault),
      ...failed(faultFailure),
    },
    'is rejected, and asked for once more': {
      given: posting('credentials'),
      when: csrfRejected,
      goes: 'readingCsrf',
      notes: { attempts: 1 },
      starts: [['readCsrfToken', id]],
    },
    'is rejected by a redirecting sign-in, and asked for once more': {
      given: posting('oauth', 'always'),
      when: csrfRejected,
      goes: 'readingCsrf',
      notes: { attempts: 1 },
      starts: [['readCsrfToken', id]],
    },
    'is rejected twice': { given: postingAgain(), when: csrfRejected, ...failed(csrf) },
    'is rejected twice by a redirecting sign-in, which goes where the server says': {
      given: postingAgain('always'),
      when: csrfRejected,
      ...redirected('answer'),
    },
    'is accepted the second time': {
      given: postingAgain(),
      when: accepted,
      goes: 'readingSession',
      starts: [['readSession', { trigger: 'sign-in' }]],
    },
  })
})

describe('the post', () => {
  runTable({
    'is accepted, and the session is read': {
      given: posting('credentials'),
      when: accepted,
      goes: 'readingSession',
      starts: [['readSession', { trigger: 'sign-in' }]],
    },
    'is refused': { given: posting('credentials'), when: wrongPassword, ...failed(refused) },
    'is accepted, and the browser is to go on': {
      given: posting('oauth', 'always'),
      when: accepted,
      ...redirected('answer'),
    },
    'is refused, and the browser is to go where the server says': {
      given: posting('credentials', 'always'),
      when: wrongPassword,
      ...redirected('answer'),
    },
    'redirects for a provider that cannot do without, in the way of v4': {
      given: posting('oidc', 'oauth'),
      when: accepted,
      ...redirected('answer'),
    },
    'stays for credentials, in the way of v4': {
      given: posting('credentials', 'oauth'),
      when: accepted,
      goes: 'readingSession',
      starts: [['readSession', { trigger: 'sign-in' }]],
    },
    'stays for email, in the way of v4': {
      given: posting('email', 'oauth'),
      when: accepted,
      goes: 'readingSession',
      starts: [['readSession', { trigger: 'sign-in' }]],
    },
    'stays for any provider when nobody wants a redirect': {
      given: posting('oauth'),
      when: accepted,
      goes: 'readingSession',
      starts: [['readSession', { trigger: 'sign-in' }]],
    },
    'cannot be sent': {
      given: posting('oauth', 'always'),
      when: throws('postSignIn', fault),
      ...failed(faultFailure),
    },
  })
})

describe('the session that it made', () => {
  runTable({
    'is read': {
      given: readingSession,
      when: ends('readSession', signedIn()),
      goes: 'answered',
      notes: { outcome: { type: 'answered', answer: signedIn() } },
    },
    'cannot be read': {
      given: readingSession,
      when: ends('readSession', unknown()),
      goes: 'answered',
      notes: { outcome: { type: 'answered', answer: unknown() } },
    },
    'cannot be read because of a fault of ours': {
      given: readingSession,
      when: throws('readSession', fault),
      ...failed(faultFailure),
    },
  })
})

test('every end gives the outcome', () => {
  const ended = [
    take(readingSession, ends('readSession', signedIn())),
    take(posting('oauth', 'always'), accepted),
    take(posting('credentials'), wrongPassword),
  ]
  for (const { snapshot } of ended) {
    expect(snapshot.status).toBe('done')
    expect(snapshot.output).toEqual(snapshot.context.outcome)
  }
})

test('every transition has a row', () => expect(untaken()).toEqual([]))
