import { expect } from 'vitest'
import { proceed } from '../chart'
import { elapses, fact, otherFailed, refetch, throws, update } from '../events'
import { faultFailure as failure, fault, LATER, NOW, POLL } from '../fixtures'
import {
  departing,
  idle,
  idleOffline,
  loading,
  pollingPaused,
  pollingWaiting,
  readingForCalls,
  signingIn,
  signingInQueued,
  signingOut,
  updating,
  updatingForOthers,
  waiting,
} from '../situations'
import type { Table } from '../table'

const settled = (...ids: string[]) => ({ type: 'settled', ids, failure })
const failed = { type: 'failed', failure, isFirst: true }
const faulted = { type: 'faulted', effect: expect.any(String), error: fault }
const noted = { failure, failures: 1, retryAt: expect.any(Number) }
const free = { request: 'idle', operation: 'idle' }

/** An effect throws that must not throw. The session goes on. */
export const faultRows: Table = {
  'in the first read is a failure': {
    given: loading,
    when: throws('readSession', fault),
    goes: { status: { unauthenticated: 'unreachable' }, request: { waiting: 'paused' } },
    notes: { ...noted, data: null, cause: { type: 'unreachable', at: expect.any(Number), failure } },
    emits: [faulted, failed],
  },
  'in a read settles the calls that wait for it, and keeps the session': {
    given: readingForCalls,
    when: throws('readSession', fault),
    goes: { request: { waiting: 'paused' } },
    notes: { ...noted, readers: [] },
    emits: [settled('r1', 'r2'), faulted, failed],
  },
  'in a read is tried again after a minute': {
    given: proceed(readingForCalls, throws('readSession', fault)),
    when: elapses('offlineRetry'),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'retry' },
    starts: [['readSession', { trigger: 'retry' }]],
  },
  'in an update settles its call, and keeps the session': {
    given: updating,
    when: throws('updateSession', fault),
    goes: { request: { waiting: 'counting' } },
    notes: { ...noted, updates: [] },
    emits: [settled('u1'), faulted, failed],
    starts: [['alarm', { dueAt: expect.any(Number), withinMs: 1_000 }]],
  },
  'in an update does not hold up the calls behind it': {
    given: updatingForOthers,
    when: throws('updateSession', fault),
    notes: { ...noted, updates: ['u2'] },
    emits: [settled('u1'), faulted, failed],
    starts: [['updateSession', { id: 'u2' }]],
  },
  'in an update does not hold up the sign-in behind it': {
    given: signingInQueued,
    when: throws('updateSession', fault),
    goes: { request: { lent: 'granted' }, operation: { signingIn: 'asking' } },
    notes: { ...noted, updates: [] },
    emits: [settled('u1'), faulted, failed],
    starts: [
      ['signIn', { kind: 'sign-in', id: 's1', at: LATER, provider: 'credentials', redirect: 'never' }],
    ],
  },
  'in the first read does not hold up the update behind it': {
    given: proceed(loading, update('u1')),
    when: throws('readSession', fault),
    goes: { status: { unauthenticated: 'unreachable' }, request: { updating: 'asking' } },
    notes: {
      ...noted,
      data: null,
      cause: { type: 'unreachable', at: expect.any(Number), failure },
      trigger: 'update',
    },
    emits: [faulted, failed],
    starts: [['updateSession', { id: 'u1' }]],
    raises: ['session.failed'],
  },
  'in the alarm of a retry lets it try once a minute': {
    given: waiting,
    when: throws('alarm', fault, 'request'),
    goes: { request: { waiting: 'paused' } },
    emits: [faulted],
  },
  'in the alarm of a poll ends the polling': {
    given: pollingWaiting,
    when: throws('alarm', fault, 'polling'),
    goes: { polling: 'off' },
    notes: { pollDueAt: null },
    emits: [faulted],
  },
  'in a sign-in settles its call': {
    given: signingIn,
    when: throws('signIn', fault),
    goes: free,
    emits: [settled('s1'), faulted],
  },
  'in a sign-out settles its call, and keeps the session': {
    given: signingOut,
    when: throws('signOut', fault),
    goes: free,
    emits: [settled('s1'), faulted],
  },
  'in telling the browser where to go settles the call, and looks again': {
    given: departing,
    when: throws('navigate', fault),
    goes: { request: { reading: 'asking' }, operation: 'idle' },
    notes: { trigger: 'stayed' },
    emits: [settled('l1')],
    starts: [['readSession', { trigger: 'stayed' }]],
  },
  'in watching the tab takes it for visible': {
    given: proceed(idle, fact('tab.becameHidden')),
    when: throws('watchVisibility', fault),
    goes: { visibility: 'visible' },
    emits: [faulted],
  },
  'in watching the network takes it for online, and polls on': {
    given: pollingPaused,
    when: throws('watchNetwork', fault),
    goes: { network: 'online', polling: 'waiting' },
    notes: { online: true },
    emits: [faulted],
    starts: [['alarm', { dueAt: NOW + POLL }]],
  },
  'in watching the network asks about what could not be asked offline': {
    given: proceed(idleOffline, refetch('other-tab')),
    when: throws('watchNetwork', fault),
    goes: { network: 'online', request: { reading: 'asking' } },
    notes: { online: true, trigger: 'other-tab', wish: null, limitedAt: NOW },
    emits: [faulted],
    starts: [['readSession', { trigger: 'other-tab' }]],
  },
  'in watching the network asks so after a failure, too': {
    given: proceed(idleOffline, refetch('restored'), otherFailed()),
    when: throws('watchNetwork', fault),
    goes: { network: 'online', request: { reading: 'asking' } },
    notes: { online: true, trigger: 'restored', wish: null },
    emits: [faulted],
    starts: [['readSession', { trigger: 'restored' }]],
  },
  'in listening to other tabs goes on alone': {
    given: idle,
    when: throws('listenToTabs', fault),
    goes: { tabs: 'alone' },
    emits: [{ ...faulted, effect: '0.session.tabs.listening' }],
  },
}
