import { proceed } from '../chart'
import { ends, signIn, signOut } from '../events'
import { ann, busy, dead, LATER, signedIn, THEN } from '../fixtures'
import {
  idle,
  loading,
  signedOutIdle,
  signingOut,
  signingOutQueued,
  unreachable,
  updating,
} from '../situations'
import type { Table } from '../table'

const settled = (ids: string[], failure: unknown = null) => ({ type: 'settled', ids, failure })
const operation = (id: string, redirect = 'never') => ({
  kind: 'sign-out',
  id,
  at: LATER,
  provider: null,
  redirect,
})
const free = { request: 'idle', operation: 'idle' }
const nobody = { data: null, user: null, expiresAt: null }
const signOutCause = { type: 'signed-out', at: THEN }

/** How a sign-out begins, and what it comes to. */
export const signingOutRows: Table = {
  'runs when the lane is free': {
    given: idle,
    when: signOut('s1', 'always'),
    goes: { request: { lent: 'granted' }, operation: { signingOut: 'asking' } },
    notes: { operation: operation('s1', 'always') },
    starts: [['signOut', operation('s1', 'always')]],
    raises: ['operation.began'],
  },
  'waits for an update': {
    given: updating,
    when: signOut('s1'),
    goes: { operation: { signingOut: 'queued' } },
    notes: { operation: operation('s1') },
  },
  'runs when the update has its answer': {
    given: signingOutQueued,
    when: ends('updateSession', signedIn()),
    goes: { request: { lent: 'granted' }, operation: { signingOut: 'asking' } },
    notes: { updates: [] },
    emits: [settled(['u1'])],
    starts: [['signOut', operation('s1')]],
    tells: ['tellTabsOfChange'],
  },
  'reports nothing when nobody was signed in': {
    given: proceed(signedOutIdle, signOut('s1')),
    when: ends('signOut', { type: 'signed-out', at: THEN }),
    goes: free,
    notes: { outdated: [null] },
    emits: [settled(['s1'])],
    tells: ['tellTabsOfSignOut'],
  },
  'signs out, reports it and tells the other tabs': {
    given: signingOut,
    when: ends('signOut', { type: 'signed-out', at: THEN }),
    goes: { ...free, status: { unauthenticated: 'known' } },
    notes: { ...nobody, cause: signOutCause, outdated: [ann] },
    emits: [settled(['s1']), { type: 'changed', session: null, cause: signOutCause }],
    tells: ['tellTabsOfSignOut'],
    raises: ['session.answered', 'operation.ended', 'lane.freed'],
  },
  'reports a sign-out during the first read': {
    given: proceed(loading, signOut('s1')),
    when: ends('signOut', { type: 'signed-out', at: THEN }),
    goes: { ...free, status: { unauthenticated: 'known' } },
    notes: { data: null, cause: signOutCause },
    emits: [settled(['s1']), { type: 'changed', session: null, cause: signOutCause }],
    tells: ['tellTabsOfSignOut'],
  },
  'reports a sign-out after a first read that failed': {
    given: proceed(unreachable, signOut('s1')),
    when: ends('signOut', { type: 'signed-out', at: THEN }),
    goes: { ...free, status: { unauthenticated: 'known' } },
    notes: { cause: signOutCause, outdated: [null], failure: null, failures: 0 },
    emits: [settled(['s1']), { type: 'changed', session: null, cause: signOutCause }],
    tells: ['tellTabsOfSignOut'],
  },
  'keeps the session when it fails, and tells nobody': {
    given: signingOut,
    when: ends('signOut', { type: 'failed', failure: dead }),
    goes: free,
    emits: [settled(['s1'], dead)],
  },
  'shows the session until the page is gone, and tells the other tabs': {
    given: signingOut,
    when: ends('signOut', { type: 'redirect' }),
    goes: { request: 'held', operation: { leaving: 'departing' } },
    notes: { outdated: [ann] },
    starts: [['navigate', { id: 's1' }]],
    tells: ['shareSignOut', 'tellTabsOfSignOut'],
  },
  'refuses a sign-in meanwhile': { given: signingOut, when: signIn('s2'), emits: [settled(['s2'], busy)] },
  'refuses a second sign-out': { given: signingOut, when: signOut('s2'), emits: [settled(['s2'], busy)] },
}
