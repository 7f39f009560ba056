import { signInMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { testThatAllIsTried } from './all-is-tried'
import { begin, proceed, take } from './chart'
import { ends, throws } from './events'
import { dead, fault, faultFailure, signedIn, signedOut, unknown } from './fixtures'
import { pageRows } from './sign-in/page.table'
import {
  accepted,
  answered,
  csrf,
  csrfRejected,
  doubtful,
  failed,
  found,
  input,
  posting,
  postingAgain,
  postingUnloading,
  readingDoubtful,
  readingSession,
  redirected,
  refused,
  startWith,
  wrongPassword,
} from './sign-in/situations'
import { runTable } from './table'

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
    'is accepted with a doubt, and the session is read': {
      given: posting('credentials'),
      when: doubtful,
      goes: { flow: 'readingSession' },
      notes: { doubt: refused },
      starts: [['readSession', { trigger: 'sign-in' }]],
    },
    'is accepted with a doubt, and the browser is to go where the server says': {
      given: posting('credentials', 'always'),
      when: doubtful,
      ...redirected('answer'),
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
    'is none, although the server has accepted the sign-in': {
      given: readingSession,
      when: ends('readSession', signedOut()),
      ...answered(signedOut()),
    },
    'is there although the post was doubtful': {
      given: readingDoubtful,
      when: ends('readSession', signedIn()),
      ...answered(signedIn()),
    },
    'cannot be read after a doubtful post': {
      given: readingDoubtful,
      when: ends('readSession', unknown()),
      ...answered(unknown()),
    },
    'is none after a doubtful post, which was refused after all': {
      given: readingDoubtful,
      when: ends('readSession', signedOut()),
      ...failed(refused),
    },
    'cannot be read because of a fault of ours': {
      given: readingSession,
      when: throws('readSession', fault),
      ...failed(faultFailure),
    },
  })
})

describe('the page', () => runTable(pageRows))

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

testThatAllIsTried(signInMachine)
