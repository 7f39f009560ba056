import { expect } from 'vitest'
import { proceed, takeWithTabs } from '../chart'
import {
  call,
  configure,
  ends,
  fact,
  leave,
  OTHER_TAB,
  otherAnswered,
  otherBegan,
  provide,
  refetch,
  rings,
  signIn,
  throws,
  turn,
  update,
} from '../events'
import {
  ANN,
  ann,
  BOB,
  bob,
  dead,
  END,
  fault,
  faultFailure,
  LATER,
  signedIn,
  THEN,
  unknown,
} from '../fixtures'
import {
  answered,
  departing,
  idle,
  idleOffline,
  lastPage,
  loading,
  navigated,
  otherPage,
  reading,
  readingForMore,
  resting,
  signingIn,
  signingInQueued,
  updating,
  waiting,
} from '../situations'
import type { Table } from '../table'

type Started = Array<[effect: string, input: unknown]>
const updates: { starts: Started } = { starts: [['updateSession', { id: 'u1' }]] }
const operation = { kind: 'sign-in', id: 's1', at: LATER, provider: 'credentials', redirect: 'never' }
const leaving = { kind: 'leave', id: 'l1', at: LATER, provider: null, redirect: 'always' }
const settled = (ids: string[], failure: unknown = null) => ({ type: 'settled', ids, failure })
const faulted = { type: 'faulted', effect: expect.any(String), error: fault }

const yielding = proceed(idle, otherBegan(LATER))
const sent = { sent: expect.anything(), highest: expect.anything() }
const updatingQueued = takeWithTabs(idle, update('u1')).snapshot
/** The page was left while an update waited for its turn. */
const away = proceed(updatingQueued, fact('page.left'))
const awayDoubted = proceed(away, refetch('conflict'))
/** Another page is shown during a sign-in, a moment after the server was asked for the page before. */
const changedPage = proceed(navigated, signIn('s1', 'never', THEN + 1_000), configure(lastPage, THEN + 1_000))
/** Another page is shown a moment after the server was asked for the page before, whose read is still out. */
const readingBetweenPages = proceed(answered, configure(otherPage, THEN), configure(lastPage, THEN + 1_000))
/** An update waits for the first read, which was begun anew because another tab has signed out. */
const loadingForUpdate = proceed(loading, fact('otherTab.signedOut'), update('u1'))

/** What cannot be asked about is remembered. */
export const laneRows: Table = {
  'keeps no reason to read that is none offline while the page is being left': {
    given: proceed(departing, fact('network.lost')),
    when: refetch('focus'),
  },
  'keeps none during a sign-in either': {
    given: proceed(signingIn, fact('network.lost')),
    when: refetch('focus'),
  },
  'keeps none on a page that was left': {
    given: proceed(away, fact('network.lost')),
    when: refetch('focus'),
  },
  'goes to the update that waits when a page is left during the first read': {
    given: proceed(loading, update('u1')),
    when: leave('l1'),
    goes: { operation: { leaving: 'departing' }, request: { updating: 'asking' } },
    notes: {
      operation: { kind: 'leave', id: 'l1', at: LATER, provider: null, redirect: 'always' },
      trigger: 'update',
    },
    starts: [
      ['navigate', { id: 'l1' }],
      ['updateSession', { id: 'u1' }],
    ],
    stops: ['readSession'],
  },
  'goes to the update that waits when a page is left while another tab writes': {
    given: proceed(loading, update('u1'), otherBegan(LATER)),
    when: leave('l1'),
    goes: { operation: { leaving: 'departing' }, request: { updating: 'asking' } },
    notes: { operation: expect.objectContaining({ id: 'l1' }), trigger: 'update' },
    starts: [
      ['navigate', { id: 'l1' }],
      ['updateSession', { id: 'u1' }],
    ],
  },
  'keeps a reason to read while the page is being left': {
    given: departing,
    when: refetch('focus'),
    notes: { wish: 'focus' },
  },
}

/** A reason to read that cannot be followed at once. */
export const wishRows: Table = {
  'is kept for after an update': {
    given: resting,
    when: update('u1'),
    goes: { request: { updating: 'asking' } },
    notes: { trigger: 'update', updates: ['u1'] },
    ...updates,
    stops: ['alarm'],
  },
  'is kept for after the update that has aborted its read': {
    given: reading,
    when: update('u1'),
    goes: { request: { updating: 'asking' } },
    notes: { trigger: 'update', updates: ['u1'], wish: 'focus' },
    ...updates,
    stops: ['readSession'],
  },
  'is kept when a sign-in lets an update go first': {
    given: loadingForUpdate,
    when: signIn('s1'),
    goes: { operation: { signingIn: 'queued' }, request: { updating: 'asking' } },
    notes: { operation, trigger: 'update', wish: 'other-tab-sign-out' },
    ...updates,
    stops: ['readSession'],
  },
  'is kept when a page that is to be left lets an update go first': {
    given: loadingForUpdate,
    when: leave('l1'),
    goes: { operation: { leaving: 'departing' }, request: { updating: 'asking' } },
    notes: { operation: leaving, trigger: 'update', wish: 'other-tab-sign-out' },
    starts: [['navigate', { id: 'l1' }], ...updates.starts],
    stops: ['readSession'],
  },
  'is kept when a sign-in begins on a page that was left, where an update waits': {
    given: awayDoubted,
    when: signIn('s1'),
    goes: { operation: { signingIn: 'queued' }, request: { updating: 'asking' } },
    notes: { operation },
    ...updates,
  },
  'is kept when a page is to be left that was left before, where an update waits': {
    given: awayDoubted,
    when: leave('l1'),
    goes: { operation: { leaving: 'departing' }, request: { updating: 'asking' } },
    notes: { operation: leaving },
    starts: [['navigate', { id: 'l1' }], ...updates.starts],
  },
  'is kept when an update is passed over, which waits for its turn anew': {
    given: takeWithTabs(updatingQueued, refetch('conflict')).snapshot,
    when: fact('turn.lost'),
    goes: { request: { updating: 'asking' } },
    ...updates,
  },
  'is noted during an update': { given: updating, when: refetch('conflict'), notes: { wish: 'conflict' } },
  'is noted while the page is away': { given: away, when: refetch('focus'), notes: { wish: 'focus' } },
  'is noted while another tab writes, whose end is not what the app says': {
    given: yielding,
    when: provide(bob),
    notes: { data: bob, user: BOB, provided: bob, cause: { type: 'prop', at: LATER }, wish: 'prop' },
    limits: [],
    emits: [{ type: 'changed', session: bob, cause: { type: 'prop', at: LATER } }],
  },
  'is kept while the app shows something else offline': {
    given: proceed(away, refetch('focus'), fact('network.lost')),
    when: provide(bob),
    notes: { data: bob, user: BOB, provided: bob, cause: { type: 'prop', at: LATER }, wish: 'prop' },
    emits: [{ type: 'changed', session: bob, cause: { type: 'prop', at: LATER } }],
  },
  'waits for its time when a sign-in has come to nothing': {
    given: changedPage,
    when: ends('signIn', { type: 'failed', failure: dead }),
    goes: { operation: 'idle', request: 'resting' },
    emits: [settled(['s1'], dead)],
    starts: [['alarm', { dueAt: THEN + 5_000 }]],
  },
  'is followed when its time has come as a sign-in is answered': {
    given: changedPage,
    when: ends('signIn', { type: 'answered', answer: signedIn(ann, THEN + 5_000) }),
    goes: { operation: 'idle', request: { reading: 'asking' } },
    notes: { trigger: 'navigation', wish: null, limitedAt: THEN + 5_000, outdated: [ann] },
    emits: [settled(['s1'])],
    starts: [['readSession', { trigger: 'navigation' }]],
    tells: ['tellTabsOfChange'],
  },
  'is none while the page is away offline': {
    given: proceed(away, fact('network.lost')),
    when: refetch('focus'),
  },
  'is none during a sign-in offline': {
    given: proceed(signingIn, fact('network.lost')),
    when: refetch('focus'),
  },
  'is none offline while the page is to be left': {
    given: proceed(departing, fact('network.lost')),
    when: refetch('focus'),
  },
  'is none offline while another tab writes': {
    given: proceed(yielding, fact('network.lost')),
    when: refetch('focus'),
  },
  'is kept that asks offline, when one comes that does not': {
    given: proceed(away, fact('network.lost'), refetch('other-tab-silent')),
    when: refetch('expiry'),
  },
  'makes a conflict with one that asks offline': {
    given: proceed(away, fact('network.lost'), refetch('other-tab-silent')),
    when: refetch('prop'),
    notes: { wish: 'conflict' },
  },
  'is kept while a read for less waits for its turn: another tab may be answered before': {
    given: proceed(idleOffline, refetch('prop')),
    when: refetch('poll'),
    amongTabs: true,
    goes: { request: { reading: 'queued' } },
    notes: { trigger: 'poll' },
    starts: [['takeTurn', expect.anything()]],
  },
  'is forgotten when that is sent': {
    given: takeWithTabs(proceed(idleOffline, refetch('prop')), refetch('poll')).snapshot,
    when: turn(),
    goes: { request: { reading: 'asking' } },
    notes: { wish: null, ...sent },
    starts: [['readSession', { trigger: 'poll' }]],
  },
  'waits for the next try when the last has failed, unless it ends the pause': {
    given: readingBetweenPages,
    when: ends('readSession', unknown(THEN + 2_000)),
    goes: { request: { waiting: 'counting' } },
    notes: { failure: dead, failures: 1, retryAt: THEN + 3_000 },
    emits: [{ type: 'failed', failure: dead, isFirst: true }],
    starts: [['alarm', { dueAt: THEN + 3_000, withinMs: 1_000 }]],
  },
  'is kept during the pause after a failure': {
    given: waiting,
    when: fact('otherTab.changed'),
    notes: { wish: 'other-tab' },
  },
  'is read for when another tab was answered during the pause, perhaps with something older': {
    given: proceed(waiting, fact('otherTab.changed', THEN)),
    when: otherAnswered(ann, { stamp: THEN }),
    goes: { request: { reading: 'asking' } },
    notes: { wish: null, trigger: 'other-tab', limitedAt: THEN, failure: null, failures: 0 },
    starts: [['readSession', { trigger: 'other-tab' }]],
    stops: ['alarm'],
  },
  'is satisfied by what another tab has asked for after it': {
    given: proceed(waiting, fact('otherTab.changed', LATER)),
    when: otherAnswered(ann, { stamp: LATER + 1 }),
    goes: { request: 'idle' },
    notes: { wish: null, limitedAt: LATER + 1, failure: null, failures: 0 },
    stops: ['alarm'],
  },
  'is not satisfied by what another tab has asked for by a clock that was ahead': {
    given: proceed(waiting, fact('otherTab.changed', LATER)),
    when: otherAnswered(ann, { stamp: THEN + 1, tookMs: 1_500 }),
    goes: { request: { reading: 'asking' } },
    notes: { tookMs: 1_500, wish: null, trigger: 'other-tab', limitedAt: THEN, failure: null, failures: 0 },
    starts: [['readSession', { trigger: 'other-tab' }]],
    stops: ['alarm'],
  },
  'is kept beside a read that is out, which it does not interrupt': {
    given: reading,
    when: fact('otherTab.changed'),
    notes: { wish: 'other-tab' },
  },
  'is read for when that is answered': {
    given: proceed(reading, fact('otherTab.changed')),
    when: ends('readSession', signedIn()),
    goes: { request: { reading: 'asking' } },
    notes: { wish: null, trigger: 'other-tab', limitedAt: THEN },
    starts: [['readSession', { trigger: 'other-tab' }]],
  },
  'is kept while a read waits for its turn offline, whose answer may be that of another tab': {
    given: takeWithTabs(idleOffline, refetch('poll')).snapshot,
    when: refetch('expiry'),
    amongTabs: true,
    notes: { wish: 'expiry' },
  },
  'is kept when the read for a lesser one has lost its turn': {
    given: proceed(idle, refetch('other-tab', THEN), configure(otherPage, THEN)),
    when: fact('turn.lost'),
    amongTabs: true,
    goes: { request: { reading: 'queued' } },
    notes: { wish: 'navigation' },
    starts: [['takeTurn', expect.anything()]],
    stops: ['readSession', 'takeTurn'],
  },
  'is not lost to a lesser one while the read for it waits for its turn': {
    given: takeWithTabs(idle, refetch('prop')).snapshot,
    when: fact('otherTab.signedOut'),
    amongTabs: true,
    notes: { trigger: 'other-tab-sign-out', wish: 'prop' },
  },
  'is followed with the next try': {
    given: proceed(waiting, fact('otherTab.changed')),
    when: rings('request', THEN + 1_000),
    goes: { request: { reading: 'asking' } },
    notes: { wish: null, trigger: 'retry' },
    starts: [['readSession', { trigger: 'retry' }]],
  },
  'waits for the next try when the read that is out breaks': {
    given: readingBetweenPages,
    when: throws('readSession', fault),
    goes: { request: { waiting: 'paused' } },
    notes: { failure: faultFailure, failures: 1, retryAt: expect.any(Number) },
    emits: [faulted, { type: 'failed', failure: faultFailure, isFirst: true }],
  },
  'is the first read when the page is back offline and nothing is known': {
    given: proceed(loading, refetch('prop'), fact('network.lost'), fact('page.left')),
    when: fact('page.restored'),
    goes: { request: { reading: 'asking' }, visibility: 'visible', tabs: { listening: 'rejoining' } },
    notes: { trigger: 'mount', wish: null },
    starts: [['listenToTabs'], ['readSession', { trigger: 'mount' }]],
  },
}

/** A call or an update that has to wait. */
export const waiterRows: Table = {
  'is a call while the page is to be left': {
    given: departing,
    when: call('r1'),
    notes: { readers: ['r1'] },
  },
  'is a call while another tab writes': { given: yielding, when: call('r1'), notes: { readers: ['r1'] } },
  'is no call while a failure is backed off from': {
    given: waiting,
    when: call('r1'),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'call', readers: ['r1'] },
    starts: [['readSession', { trigger: 'call' }]],
    stops: ['alarm'],
  },
  'is read for when another tab has written': {
    given: proceed(yielding, call('r1')),
    when: otherAnswered(ann, { epoch: LATER }),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'call', foreignWrite: null },
    starts: [['readSession', { trigger: 'call' }]],
  },
  'is read for when the read before it breaks, which was for something else': {
    given: proceed(readingForMore, refetch('conflict')),
    when: throws('readSession', fault),
    goes: { request: { reading: 'asking' } },
    notes: {
      ...{ readers: ['m9'], later: [], trigger: 'call' },
      ...{ failure: faultFailure, failures: 1, retryAt: expect.any(Number) },
    },
    emits: [
      settled(readingForMore.context.readers, faultFailure),
      faulted,
      { type: 'failed', failure: faultFailure, isFirst: true },
    ],
    starts: [['readSession', { trigger: 'call' }]],
  },
  'is an update, which goes out when another tab has answered the first read': {
    given: proceed(loading, update('u1')),
    when: otherAnswered(ann),
    goes: { status: 'authenticated', request: { updating: 'asking' } },
    notes: {
      ...{ data: ann, user: ANN, expiresAt: END, trigger: 'update' },
      cause: { type: 'server', trigger: 'other-tab', at: THEN, tabId: OTHER_TAB },
    },
    ...updates,
    stops: ['readSession'],
  },
  'is an update, which lets another tab write first': {
    given: proceed(loading, update('u1')),
    when: otherBegan(LATER),
    goes: { request: 'yielding' },
    notes: { foreignWrite: LATER },
    stops: ['readSession'],
  },
  'is an update on a page that was left, which lets another tab write first, too': {
    given: away,
    when: otherBegan(THEN),
    goes: { request: 'yielding' },
    notes: { foreignWrite: THEN },
  },
  'is a sign-in, which begins when the update before it has failed': {
    given: signingInQueued,
    when: ends('updateSession', unknown()),
    goes: { request: { lent: 'granted' }, operation: { signingIn: 'asking' } },
    notes: { updates: [], failure: dead, failures: 1, retryAt: THEN + 1_000 },
    emits: [settled(['u1'], dead), { type: 'failed', failure: dead, isFirst: true }],
    starts: [['signIn', operation]],
  },
}
