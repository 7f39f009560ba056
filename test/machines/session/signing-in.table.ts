import { proceed } from '../chart'
import { ends, fact, leave, signIn, signOut, update } from '../events'
import {
  ANN,
  ann,
  annLonger,
  annRenamed,
  BOB,
  bob,
  busy,
  dead,
  END,
  LATER,
  signedIn,
  signedOut,
  start,
  THEN,
  unknown,
} from '../fixtures'
import { loading, signedOutIdle, signingIn, signingInQueued, unreachable, updating } from '../situations'
import type { Table } from '../table'

const settled = (ids: string[], failure: unknown = null) => ({ type: 'settled', ids, failure })
const refused = { code: 'credentials', message: 'No.' } as const
const operation = (id: string, redirect = 'never') => ({
  kind: 'sign-in',
  id,
  at: LATER,
  provider: 'credentials',
  redirect,
})
const free = { request: 'idle', operation: 'idle' }
const nobody = { data: null, user: null, expiresAt: null }
const signInCause = { type: 'signed-in', at: THEN, httpStatus: 200 }
const serverCause = { type: 'server', at: THEN, trigger: 'sign-in', httpStatus: 200 }
const nameless = { expires: ann.expires, plan: 'basic' }
const otherNameless = { expires: ann.expires, plan: 'pro' }
const signingInSignedOut = proceed(signedOutIdle, signIn('s1'))

/** How a sign-in begins, and what it comes to. */
export const signingInRows: Table = {
  'runs when the lane is free': {
    given: signedOutIdle,
    when: signIn('s1'),
    goes: { request: { lent: 'granted' }, operation: { signingIn: 'asking' } },
    notes: { operation: operation('s1') },
    starts: [['signIn', operation('s1')]],
    raises: ['operation.began'],
  },
  'waits for an update': {
    given: updating,
    when: signIn('s1'),
    goes: { operation: { signingIn: 'queued' } },
    notes: { operation: operation('s1') },
    raises: ['operation.began'],
  },
  'lets the updates that were called before it go first': {
    given: proceed(updating, update('u2'), signIn('s1')),
    when: ends('updateSession', signedIn()),
    notes: { updates: ['u2'] },
    emits: [settled(['u1'])],
    starts: [['updateSession', { id: 'u2' }]],
    tells: ['tellTabsOfChange'],
  },
  'lets an update that waits for the first read go first': {
    given: proceed(loading, update('u1')),
    when: signIn('s1'),
    goes: { request: { updating: 'asking' }, operation: { signingIn: 'queued' } },
    notes: { operation: operation('s1'), trigger: 'update' },
    starts: [['updateSession', { id: 'u1' }]],
    stops: ['readSession'],
    raises: ['operation.began'],
  },
  'runs when the last update has its answer': {
    given: signingInQueued,
    when: ends('updateSession', signedIn()),
    goes: { request: { lent: 'granted' }, operation: { signingIn: 'asking' } },
    notes: { updates: [] },
    emits: [settled(['u1'])],
    starts: [['signIn', operation('s1')]],
    tells: ['tellTabsOfChange'],
  },
  'shows who has signed in, reports it and tells the other tabs': {
    given: signingInSignedOut,
    when: ends('signIn', { type: 'answered', answer: signedIn() }),
    goes: { ...free, status: 'authenticated' },
    notes: { data: ann, user: ANN, expiresAt: END, cause: signInCause, outdated: [null] },
    emits: [settled(['s1']), { type: 'changed', session: ann, cause: signInCause }],
    tells: ['tellTabsOfChange'],
    raises: ['session.answered', 'operation.ended', 'lane.freed'],
  },
  'shows another user who has signed in': {
    given: signingIn,
    when: ends('signIn', { type: 'answered', answer: signedIn(bob) }),
    goes: free,
    notes: { data: bob, user: BOB, cause: signInCause, outdated: [ann] },
    emits: [settled(['s1']), { type: 'changed', session: bob, cause: signInCause }],
    tells: ['tellTabsOfChange'],
  },
  'shows and reports somebody whom nobody can name': {
    given: proceed(start({ session: nameless }).snapshot, signIn('s1')),
    when: ends('signIn', { type: 'answered', answer: signedIn(otherNameless) }),
    goes: free,
    notes: { data: otherNameless, cause: signInCause, outdated: [nameless] },
    emits: [settled(['s1']), { type: 'changed', session: otherNameless, cause: signInCause }],
    tells: ['tellTabsOfChange'],
  },
  'shows and reports the same user with something else to show': {
    given: signingIn,
    when: ends('signIn', { type: 'answered', answer: signedIn(annRenamed) }),
    goes: free,
    notes: { data: annRenamed, cause: signInCause, outdated: [ann] },
    emits: [settled(['s1']), { type: 'changed', session: annRenamed, cause: signInCause }],
    tells: ['tellTabsOfChange'],
  },
  'reports nobody when the same user has signed in again': {
    given: signingIn,
    when: ends('signIn', { type: 'answered', answer: signedIn(annLonger) }),
    goes: free,
    notes: { expiresAt: Date.parse(String(annLonger.expires)), outdated: [ann] },
    emits: [settled(['s1'])],
    tells: ['tellTabsOfChange'],
  },
  'signs out when the server knows nobody after the sign-in': {
    given: signingIn,
    when: ends('signIn', { type: 'answered', answer: signedOut() }),
    goes: { ...free, status: { unauthenticated: 'known' } },
    notes: { ...nobody, cause: serverCause, outdated: [ann] },
    emits: [settled(['s1']), { type: 'changed', session: null, cause: serverCause }],
    tells: ['tellTabsOfChange'],
  },
  'reports a sign-in during the first read': {
    given: proceed(loading, signIn('s1')),
    when: ends('signIn', { type: 'answered', answer: signedIn() }),
    goes: { ...free, status: 'authenticated' },
    notes: { data: ann, user: ANN, expiresAt: END, cause: signInCause },
    emits: [settled(['s1']), { type: 'changed', session: ann, cause: signInCause }],
    tells: ['tellTabsOfChange'],
  },
  'reports a sign-in after a first read that failed': {
    given: proceed(unreachable, signIn('s1')),
    when: ends('signIn', { type: 'answered', answer: signedIn() }),
    goes: { ...free, status: 'authenticated' },
    notes: {
      data: ann,
      user: ANN,
      expiresAt: END,
      cause: signInCause,
      outdated: [null],
      failure: null,
      failures: 0,
    },
    emits: [settled(['s1']), { type: 'changed', session: ann, cause: signInCause }],
    tells: ['tellTabsOfChange'],
  },
  'reads the session again when it was accepted and the read after it fails': {
    given: signingIn,
    when: ends('signIn', { type: 'answered', answer: unknown() }),
    goes: { request: { waiting: 'counting' }, operation: 'idle' },
    notes: { failure: dead, failures: 1, retryAt: THEN + 1_000, outdated: [ann] },
    emits: [settled(['s1']), { type: 'failed', failure: dead, isFirst: true }],
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
    tells: ['tellTabsOfChange'],
    raises: ['session.failed', 'operation.ended', 'lane.freed'],
  },
  'changes nothing when it fails': {
    given: signingIn,
    when: ends('signIn', { type: 'failed', failure: refused }),
    goes: free,
    emits: [settled(['s1'], refused)],
  },
  'leaves for the provider': {
    given: signingIn,
    when: ends('signIn', { type: 'redirect', because: 'answer' }),
    goes: { request: 'held', operation: { leaving: 'departing' } },
    starts: [['navigate', { id: 's1' }]],
  },
  'leaves for the error page': {
    given: signingIn,
    when: ends('signIn', { type: 'redirect', because: 'failure' }),
    goes: { request: 'held', operation: { leaving: 'departing' } },
    starts: [['navigate', { id: 's1' }]],
  },
  'says nothing to a user who is on the way elsewhere': {
    given: signingIn,
    when: ends('signIn', { type: 'stranded' }),
    goes: free,
    emits: [settled(['s1'])],
    raises: ['operation.ended', 'lane.freed'],
  },
  'goes on when the page is left, and is asked about': {
    given: signingIn,
    when: fact('page.left'),
    goes: { visibility: 'away', tabs: 'silent' },
    notes: { wish: 'conflict' },
    stops: ['listenToTabs'],
  },
  'refuses a second sign-in': {
    given: signingIn,
    when: signIn('s2'),
    emits: [settled(['s2'], busy)],
    raises: [],
  },
  'refuses a sign-out meanwhile': { given: signingIn, when: signOut('s2'), emits: [settled(['s2'], busy)] },
  'refuses to leave meanwhile': { given: signingIn, when: leave('l1'), emits: [settled(['l1'], busy)] },
  'refuses a second sign-in while the first one waits': {
    given: signingInQueued,
    when: signIn('s2'),
    emits: [settled(['s2'], busy)],
  },
}
