import { proceed } from '../chart'
import { ends, throws } from '../events'
import { dead, fault, faultFailure, signedIn, signedOut, unknown } from '../fixtures'
import type { Table } from '../table'
import { pageRows } from './page.table'
import {
  accepted,
  answered,
  csrf,
  csrfRejected,
  doubtful,
  failed,
  found,
  posting,
  postingAgain,
  readingDoubtful,
  readingSession,
  redirected,
  refused,
  startWith,
  wrongPassword,
} from './situations'

const id = { id: 's1' }

const providerRows: Table = {
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
}

const csrfRows: Table = {
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
}

const postRows: Table = {
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
}

const sessionRows: Table = {
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
}

/** What the chart of a sign-in does, by what it is about. */
export const signInTables: Record<string, Table> = {
  'the provider': providerRows,
  'the csrf token': csrfRows,
  'the post': postRows,
  'the session that it made': sessionRows,
  'the page': pageRows,
}
