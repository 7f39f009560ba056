import { type SignInInput, signInMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { begin, proceed, take } from './chart'
import { watchTransitions } from './coverage'
import { elapses, ends, throws } from './events'
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

/** The user is on the way to another page. */
const unload = { type: 'page.unloading' }
const unloading = (redirect: SignInInput['redirect']) => proceed(startWith(redirect), unload)
const postingUnloading = (redirect: SignInInput['redirect']) =>
  proceed(posting('credentials', redirect), unload)

/** A flow that ends says so to the region of the page, and takes the watching of the page with it. */
const ended = (flow: string, outcome: object) => ({
  goes: { flow, page: 'stayed' },
  notes: { outcome },
  stops: ['watchUnloading'],
  raises: ['flow.ended'],
})
const failed = (failure: object) => ended('failed', { type: 'failed', failure })
const redirected = (because: string) => ended('redirected', { type: 'redirect', because })
const answered = (answer: object) => ended('answered', { type: 'answered', answer })
const stranded = (flow: string) => ({
  ...ended(flow, { type: 'stranded' }),
  goes: { flow, page: 'stranded' },
})
const id = { id: 's1' }

test('it begins with the providers', () => {
  const { snapshot, started } = begin(signInMachine, input)
  expect(snapshot.value).toEqual({ flow: 'readingProviders', page: 'staying' })
  expect(started).toEqual([
    ['readProviders', id],
    ['watchUnloading', undefined],
  ])
})

describe('the provider', () => {
  runTable({
    'is known': {
      given: startWith('never'),
      when: found('oauth'),
      goes: { flow: 'readingCsrf' },
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
      goes: { flow: 'posting' },
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
      goes: { flow: 'readingCsrf' },
      notes: { attempts: 1 },
      starts: [['readCsrfToken', id]],
    },
    'is rejected by a redirecting sign-in, and asked for once more': {
      given: posting('oauth', 'always'),
      when: csrfRejected,
      goes: { flow: 'readingCsrf' },
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
      goes: { flow: 'readingSession' },
      starts: [['readSession', { trigger: 'sign-in' }]],
    },
  })
})

describe('the post', () => {
  runTable({
    'is accepted, and the session is read': {
      given: posting('credentials'),
      when: accepted,
      goes: { flow: 'readingSession' },
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
      goes: { flow: 'readingSession' },
      starts: [['readSession', { trigger: 'sign-in' }]],
    },
    'stays for email, in the way of v4': {
      given: posting('email', 'oauth'),
      when: accepted,
      goes: { flow: 'readingSession' },
      starts: [['readSession', { trigger: 'sign-in' }]],
    },
    'stays for any provider when nobody wants a redirect': {
      given: posting('oauth'),
      when: accepted,
      goes: { flow: 'readingSession' },
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
      ...answered(signedIn()),
    },
    'cannot be read': {
      given: readingSession,
      when: ends('readSession', unknown()),
      ...answered(unknown()),
    },
    'cannot be read because of a fault of ours': {
      given: readingSession,
      when: throws('readSession', fault),
      ...failed(faultFailure),
    },
  })
})

describe('the page', () => {
  runTable({
    'is about to be left': {
      given: posting('credentials'),
      when: unload,
      goes: { page: 'unloading' },
      raises: [],
    },
    'is about to be left, which is said twice': { given: unloading('always'), when: unload },
    'is still there after a while': {
      given: unloading('always'),
      when: elapses('unloadLimit'),
      goes: { page: 'staying' },
    },
    'is about to be left: nobody is told that the post cannot be sent': {
      given: postingUnloading('always'),
      when: throws('postSignIn', fault),
      ...stranded('failed'),
    },
    'is about to be left: nobody is told that the provider cannot be used from here': {
      given: unloading('always'),
      when: ends('readProviders', { type: 'unsupported', failure: dead }),
      ...stranded('failed'),
    },
    'is about to be left: nobody is sent to the error page': {
      given: unloading('always'),
      when: throws('readProviders', fault),
      ...stranded('redirected'),
    },
    'is about to be left: the browser still goes to the page that lists the providers': {
      given: unloading('always'),
      when: ends('readProviders', { type: 'unknown', failure: dead }),
      ...redirected('answer'),
    },
    'is about to be left: the browser still goes where the server says': {
      given: postingUnloading('always'),
      when: accepted,
      ...redirected('answer'),
    },
    'is about to be left: who wanted to stay is told of a failure': {
      given: postingUnloading('never'),
      when: wrongPassword,
      ...failed(refused),
    },
    'is about to be left: who wanted to stay is told of a failure, in the way of v4': {
      given: postingUnloading('oauth'),
      when: wrongPassword,
      ...failed(refused),
    },
    'is about to be left: the session that the sign-in made still counts': {
      given: proceed(readingSession, unload),
      when: ends('readSession', signedIn()),
      ...answered(signedIn()),
    },
    'is still there, where a failure is said aloud again': {
      given: proceed(postingUnloading('always'), elapses('unloadLimit')),
      when: throws('postSignIn', fault),
      ...failed(faultFailure),
    },
    'cannot be watched, which changes nothing': {
      given: posting('credentials'),
      when: throws('watchUnloading', fault),
      tells: ['reportFault'],
    },
    'cannot be watched any more, and is taken for one that stays': {
      given: unloading('always'),
      when: throws('watchUnloading', fault),
      goes: { page: 'staying' },
      tells: ['reportFault'],
    },
  })
})

test('every end gives the outcome', () => {
  const last = [
    take(readingSession, ends('readSession', signedIn())),
    take(posting('oauth', 'always'), accepted),
    take(posting('credentials'), wrongPassword),
    take(postingUnloading('always'), throws('postSignIn', fault)),
  ]
  for (const { snapshot } of last) {
    expect(snapshot.status).toBe('done')
    expect(snapshot.output).toEqual(snapshot.context.outcome)
  }
})

test('every transition has a row', () => expect(untaken()).toEqual([]))
