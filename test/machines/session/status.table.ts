import { seedMemory } from 'sessionchart/machines'
import { proceed } from '../chart'
import { ends, fact, provide, update } from '../events'
import {
  ANN,
  ann,
  annLonger,
  annRenamed,
  BOB,
  bob,
  dead,
  END,
  LATER,
  NOW,
  signedIn,
  signedOut,
  start,
  THEN,
  unknown,
} from '../fixtures'
import { loading, reading, signedOutIdle, unreachable, updating } from '../situations'
import type { Table } from '../table'

const DAY = 24 * 60 * 60 * 1_000
const server = (trigger: string) => ({ type: 'server', at: THEN, trigger, httpStatus: 200 })
const failure = { failure: dead, failures: 1, retryAt: THEN + 1_000 }
const failed = { type: 'failed', failure: dead, isFirst: true }
const noFailure = { failure: null, failures: 0 }
const nobody = { data: null, user: null, expiresAt: null }
const unreachableReading = proceed(unreachable, { type: 'session.refetch', at: LATER, trigger: 'call' })
const signedOutReading = proceed(signedOutIdle, { type: 'session.refetch', at: LATER, trigger: 'focus' })
const unnamedReading = proceed(start({ memory: seedMemory(ann, null, NOW) }).snapshot, {
  type: 'session.refetch',
  at: LATER,
  trigger: 'focus',
})

/** What the app sees, and whom it is told about. */
export const statusRows: Table = {
  'leaves loading with a session': {
    given: loading,
    when: ends('readSession', signedIn()),
    goes: { status: 'authenticated', request: 'idle' },
    notes: { data: ann, user: ANN, expiresAt: END, cause: server('mount') },
    raises: ['session.answered', 'lane.freed'],
  },
  'leaves loading signed out': {
    given: loading,
    when: ends('readSession', signedOut()),
    goes: { status: { unauthenticated: 'known' }, request: 'idle' },
    notes: { data: null, cause: server('mount') },
  },
  'leaves loading when the first read fails': {
    given: loading,
    when: ends('readSession', unknown()),
    goes: { status: { unauthenticated: 'unreachable' }, request: { waiting: 'counting' } },
    notes: { ...failure, data: null, cause: { type: 'unreachable', at: THEN, failure: dead } },
    emits: [failed],
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
    raises: ['session.failed', 'lane.freed'],
  },
  'leaves loading with the session that the app provides': {
    given: loading,
    when: provide(ann),
    goes: { status: 'authenticated' },
    notes: {
      data: ann,
      user: ANN,
      expiresAt: END,
      provided: ann,
      cause: { type: 'prop', at: LATER },
      trigger: 'prop',
    },
    starts: [['readSession', { trigger: 'prop' }]],
    stops: ['readSession'],
  },
  'leaves unreachable when the server answers with a session': {
    given: unreachableReading,
    when: ends('readSession', signedIn()),
    goes: { status: 'authenticated', request: 'idle' },
    notes: { ...noFailure, data: ann, user: ANN, expiresAt: END, cause: server('call') },
  },
  'knows that nobody is signed in once the server has said so': {
    given: unreachableReading,
    when: ends('readSession', signedOut()),
    goes: { status: { unauthenticated: 'known' }, request: 'idle' },
    notes: { ...noFailure, data: null, cause: server('call') },
  },
  'stays unreachable while reads fail, and keeps the first cause': {
    given: unreachableReading,
    when: ends('readSession', unknown()),
    goes: { request: { waiting: 'counting' } },
    notes: { failures: 2, retryAt: THEN + 2_000 },
    emits: [{ ...failed, isFirst: false }],
    starts: [['alarm', { dueAt: THEN + 2_000, withinMs: 2_000 }]],
  },
  'keeps the session when a read fails': {
    given: reading,
    when: ends('readSession', unknown()),
    goes: { request: { waiting: 'counting' } },
    notes: failure,
    emits: [failed],
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
  },
  'keeps the session when an update fails': {
    given: updating,
    when: ends('updateSession', unknown()),
    goes: { request: { waiting: 'counting' } },
    notes: { ...failure, updates: [] },
    emits: [{ type: 'settled', ids: ['u1'], failure: dead }, failed],
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
    shares: [],
  },
  'signs out when the server says so, and reports it': {
    given: reading,
    when: ends('readSession', signedOut()),
    goes: { status: { unauthenticated: 'known' }, request: 'idle' },
    notes: { ...nobody, cause: server('focus') },
    emits: [{ type: 'changed', session: null, cause: server('focus') }],
  },
  'signs out when an update is answered with nobody, and reports it': {
    given: updating,
    when: ends('updateSession', signedOut()),
    goes: { status: { unauthenticated: 'known' }, request: 'idle' },
    notes: { ...nobody, cause: server('update'), updates: [] },
    emits: [
      { type: 'settled', ids: ['u1'], failure: null },
      { type: 'changed', session: null, cause: server('update') },
    ],
    tells: ['tellTabsOfChange'],
  },
  'keeps cause and data when the answer is the same, and reports nothing': {
    given: reading,
    when: ends('readSession', signedIn()),
    goes: { request: 'idle' },
  },
  'moves the deadline when only the end of the session has moved': {
    given: reading,
    when: ends('readSession', signedIn(annLonger)),
    goes: { request: 'idle' },
    notes: { expiresAt: END + DAY },
  },
  'takes over changed data of the same user without a report': {
    given: reading,
    when: ends('readSession', signedIn(annRenamed)),
    goes: { request: 'idle' },
    notes: { data: annRenamed, cause: server('focus') },
  },
  'shows another user, and reports it': {
    given: reading,
    when: ends('readSession', signedIn(bob)),
    goes: { request: 'idle' },
    notes: { data: bob, user: BOB, cause: { ...server('focus'), type: 'user-changed' } },
    emits: [{ type: 'changed', session: bob, cause: { ...server('focus'), type: 'user-changed' } }],
  },
  'reports no change of user when nobody can name the user': {
    given: reading,
    when: ends('readSession', { type: 'signed-in', at: THEN, session: bob, user: null, httpStatus: 200 }),
    goes: { request: 'idle' },
    notes: { data: bob, user: null, cause: server('focus') },
  },
  'reports no change of user when nobody could name the user before': {
    given: unnamedReading,
    when: ends('readSession', signedIn(bob)),
    goes: { request: 'idle' },
    notes: { data: bob, user: BOB, cause: server('focus') },
  },
  'signs in when a look finds a session, and reports it': {
    given: signedOutReading,
    when: ends('readSession', signedIn()),
    goes: { status: 'authenticated', request: 'idle' },
    notes: { data: ann, user: ANN, expiresAt: END, cause: server('focus') },
    emits: [{ type: 'changed', session: ann, cause: server('focus') }],
  },
  'stays signed out when a look finds nobody, and reports nothing': {
    given: signedOutReading,
    when: ends('readSession', signedOut()),
    goes: { request: 'idle' },
  },
  'clears the failure when a read succeeds': {
    given: proceed(reading, ends('readSession', unknown()), fact('network.lost'), fact('network.restored')),
    when: ends('readSession', signedIn()),
    goes: { request: 'idle' },
    notes: noFailure,
  },
  'clears the failure when an update succeeds': {
    given: proceed(reading, ends('readSession', unknown()), update('u1')),
    when: ends('updateSession', signedIn()),
    goes: { request: 'idle' },
    notes: { ...noFailure, updates: [] },
    emits: [{ type: 'settled', ids: ['u1'], failure: null }],
    tells: ['tellTabsOfChange'],
  },
  'takes a session that is past when it arrives for one without an end': {
    given: reading,
    when: ends('readSession', signedIn({ ...ann, expires: new Date(NOW - DAY).toISOString() })),
    goes: { request: 'idle' },
    notes: { expiresAt: null },
  },
}
