import { expect } from 'vitest'
import { proceed, takeWithTabs } from '../chart'
import {
  call,
  elapses,
  ends,
  fact,
  joined,
  otherAnswered,
  otherBegan,
  otherEnded,
  provide,
  refetch,
  signIn,
  signOut,
  throws,
  turn,
  update,
} from '../events'
import { ann, bob, dead, fault, LATER, NOW, signedIn, signedOut, THEN, unknown } from '../fixtures'
import { answered, idle, loading, reading, signingIn, signingOut, updating } from '../situations'
import type { Table } from '../table'

const READ_PATIENCE = { patienceMs: 17_000, writePatienceMs: 60_000 }
const WRITE_PATIENCE = { patienceMs: 3_000, writePatienceMs: 60_000 }
const readTurn = ['takeTurn', { write: null, ...READ_PATIENCE }] as [string, unknown]
type Op = 'update' | 'sign-in' | 'sign-out'
const writeTurn = (op: Op, epoch: number) =>
  ['takeTurn', { write: { op, epoch }, ...WRITE_PATIENCE }] as [string, unknown]
const began = (epoch: number) => ({
  order: { epoch, stamp: 0, from: '' },
  highest: epoch,
  sent: { epoch, stamp: 0 },
})
const sent = (epoch: number, stamp: number) => ({ sent: { epoch, stamp }, highest: stamp })
const settled = (...ids: string[]) => ({ type: 'settled', ids, failure: null })
const faulted = { type: 'faulted', effect: expect.any(String), error: fault }

const queued = takeWithTabs(idle, refetch('focus')).snapshot
const inTouch = proceed(idle, joined())
const queuedInTouch = takeWithTabs(inTouch, refetch('focus')).snapshot
/** Another tab was answered after the last write. */
const queuedAfterAnswer = takeWithTabs(
  proceed(inTouch, otherAnswered(ann, { epoch: NOW })),
  refetch('restored'),
).snapshot
/** It was answered while a write was open, of which it had not heard. */
const doubting = proceed(
  takeWithTabs(queuedInTouch, turn({ epoch: NOW, openSince: NOW })).snapshot,
  ends('readSession', signedIn(ann, THEN)),
)
/** A tab that was just opened. */
const loadingQueued = takeWithTabs(loading, fact('turn.lost')).snapshot
const inquiring = takeWithTabs(loadingQueued, turn({ readAt: LATER - 100 })).snapshot
const updatingQueued = takeWithTabs(idle, update('u1')).snapshot
const signInQueued = takeWithTabs(idle, signIn('s1')).snapshot

/** A tab asks for its turn, and asks the server when it comes. */
export const turnRows: Table = {
  'is waited for before a read is sent': {
    given: idle,
    when: refetch('focus'),
    amongTabs: true,
    goes: { request: { reading: 'queued' } },
    notes: { trigger: 'focus' },
    starts: [readTurn],
  },
  'is not waited for twice': {
    given: queued,
    when: call('r1'),
    amongTabs: true,
    notes: { trigger: 'call', readers: ['r1'], wish: 'focus' },
  },
  'is waited for by one read, beside a reason that needs a newer answer than another tab may get meanwhile': {
    given: queued,
    when: fact('otherTab.changed'),
    amongTabs: true,
    notes: { wish: 'other-tab' },
  },
  'comes, and the read is sent': {
    given: queued,
    when: turn(),
    goes: { request: { reading: 'asking' } },
    notes: { order: queued.context.order, ...sent(0, LATER) },
    starts: [['readSession', { trigger: 'focus' }]],
  },
  'comes, and the read goes by the last write': {
    given: queued,
    when: turn({ epoch: NOW }),
    goes: { request: { reading: 'asking' } },
    notes: { order: { epoch: NOW, stamp: 0, from: '' }, ...sent(NOW, LATER) },
    starts: [['readSession', { trigger: 'focus' }]],
  },
  'comes, and the number of the read goes on although the clock was set back': {
    given: takeWithTabs(answered, refetch('restored', NOW)).snapshot,
    when: turn({ at: NOW }),
    goes: { request: { reading: 'asking' } },
    notes: { order: answered.context.order, ...sent(0, LATER + 1) },
    starts: [['readSession', { trigger: 'restored' }]],
  },
  'comes to a new tab a moment after another one was answered, which is asked first': {
    given: loadingQueued,
    when: turn({ readAt: LATER - 100, epoch: NOW }),
    goes: { request: { reading: 'inquiring' } },
    notes: { order: { epoch: NOW, stamp: 0, from: '' } },
    limits: [['tellLimit', 100]],
    tells: ['askTabs'],
  },
  'comes to a new tab long after another one was answered': {
    given: loadingQueued,
    when: turn({ readAt: LATER - 5_000 }),
    goes: { request: { reading: 'asking' } },
    starts: [['readSession', { trigger: 'mount' }]],
  },
  'comes to a new tab before another one was answered, by its clock': {
    given: loadingQueued,
    when: turn({ readAt: LATER + 1 }),
    goes: { request: { reading: 'asking' } },
    starts: [['readSession', { trigger: 'mount' }]],
  },
  'comes with the number of the last answer, which the next one is above': {
    given: queued,
    when: turn({ readAt: LATER + 90_000 }),
    goes: { request: { reading: 'asking' } },
    notes: { ...sent(0, LATER + 90_001) },
    starts: [['readSession', { trigger: 'focus' }]],
  },
  'comes while a write is open of which this tab has not heard: it asks now, and again when that is over': {
    given: queuedInTouch,
    when: turn({ epoch: NOW, openSince: NOW }),
    goes: { request: { reading: 'asking' }, tabs: { listening: 'doubting' } },
    notes: { order: { epoch: NOW, stamp: 0, from: '' }, ...sent(NOW, LATER) },
    starts: [['readSession', { trigger: 'focus' }]],
    limits: [['openWriteLimit', 17_000]],
  },
  'comes to a new tab while a write is open': {
    given: takeWithTabs(proceed(loading, joined()), fact('turn.lost')).snapshot,
    when: turn({ epoch: NOW, openSince: NOW, readAt: LATER - 100 }),
    goes: { request: { reading: 'inquiring' }, tabs: { listening: 'doubting' } },
    notes: { order: { epoch: NOW, stamp: 0, from: '' } },
    limits: [
      ['tellLimit', 100],
      ['openWriteLimit', 17_000],
    ],
    tells: ['askTabs'],
  },
  'comes after a write that has been open for longer than any may last': {
    given: queuedInTouch,
    when: turn({ epoch: NOW, openSince: LATER, at: LATER + 60_000 }),
    goes: { request: { reading: 'asking' } },
    notes: { order: { epoch: NOW, stamp: 0, from: '' }, ...sent(NOW, LATER + 60_000) },
    starts: [['readSession', { trigger: 'focus' }]],
  },
  'comes while a write is open, after which another tab was answered': {
    given: queuedAfterAnswer,
    when: turn({ epoch: NOW, openSince: NOW, at: THEN }),
    goes: { request: { reading: 'asking' } },
    notes: { ...sent(NOW, THEN + 1) },
    starts: [['readSession', { trigger: 'restored' }]],
  },
  'comes to who has waited for the end of an open write, and asks once': {
    given: takeWithTabs(inTouch, refetch('other-tab-silent')).snapshot,
    when: turn({ epoch: NOW, openSince: NOW }),
    goes: { request: { reading: 'asking' } },
    notes: { order: { epoch: NOW, stamp: 0, from: '' }, ...sent(NOW, LATER) },
    starts: [['readSession', { trigger: 'other-tab-silent' }]],
  },
  'came while a write was open, which must be over by now': {
    given: doubting,
    when: elapses('openWriteLimit'),
    goes: { tabs: { listening: 'joined' }, request: { reading: 'asking' } },
    notes: { trigger: 'other-tab-silent' },
    starts: [['readSession', { trigger: 'other-tab-silent' }]],
  },
  'came while a write was open, which is over': {
    given: doubting,
    when: otherEnded(NOW),
    goes: { tabs: { listening: 'joined' }, request: { reading: 'asking' } },
    notes: { trigger: 'other-tab-silent' },
    starts: [['readSession', { trigger: 'other-tab-silent' }]],
  },
  'came while a write was open, and one before it is over': {
    given: doubting,
    when: otherEnded(NOW - 1),
  },
  'came while a write was open, and who calls meanwhile is not kept waiting': {
    given: doubting,
    when: call('r1'),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'call', readers: ['r1'] },
    starts: [['readSession', { trigger: 'call' }]],
  },
  'comes to a tab with another reason to read, which asks the server': {
    given: queued,
    when: turn({ readAt: LATER - 100 }),
    goes: { request: { reading: 'asking' } },
    starts: [['readSession', { trigger: 'focus' }]],
  },
  'is used when no tab says what it was answered': {
    given: inquiring,
    when: elapses('tellLimit'),
    amongTabs: true,
    goes: { request: { reading: 'asking' } },
    starts: [['readSession', { trigger: 'mount' }]],
  },
  'is given back when one does': {
    given: inquiring,
    when: otherAnswered(ann),
    amongTabs: true,
    goes: { status: 'authenticated', request: 'idle', lifetime: 'running' },
    notes: {
      data: ann,
      user: 'ann@example.com',
      expiresAt: expect.any(Number),
      cause: { type: 'server', trigger: 'other-tab', at: THEN, tabId: 'tab 2' },
    },
    starts: [['alarm', { dueAt: expect.any(Number) }]],
  },
  'is kept by a read when the app shows something else': {
    given: reading,
    when: provide(bob),
    amongTabs: true,
    goes: {},
    notes: {
      ...{ data: bob, user: 'bob@example.com', provided: bob, trigger: 'prop' },
      cause: { type: 'prop', at: LATER },
    },
    emits: [{ type: 'changed', session: bob, cause: { type: 'prop', at: LATER } }],
    starts: [['readSession', { trigger: 'prop' }]],
    stops: ['readSession'],
  },
  'is asked for again by a read that has lost it': {
    given: reading,
    when: fact('turn.lost'),
    amongTabs: true,
    goes: { request: { reading: 'queued' } },
    starts: [readTurn],
    stops: ['readSession', 'takeTurn'],
  },

  'is waited for before a sign-in, which takes its number': {
    given: idle,
    when: signIn('s1'),
    amongTabs: true,
    goes: { operation: { signingIn: 'queued' }, request: { lent: 'queued' } },
    notes: {
      operation: { kind: 'sign-in', id: 's1', at: LATER, provider: 'credentials', redirect: 'never' },
      ...began(LATER),
    },
    starts: [writeTurn('sign-in', LATER)],
  },
  'is waited for before a sign-out': {
    given: idle,
    when: signOut('s1'),
    amongTabs: true,
    goes: { operation: { signingOut: 'queued' }, request: { lent: 'queued' } },
    notes: {
      operation: { kind: 'sign-out', id: 's1', at: LATER, provider: null, redirect: 'never' },
      ...began(LATER),
    },
    starts: [writeTurn('sign-out', LATER)],
  },
  'is waited for before an update': {
    given: idle,
    when: update('u1'),
    amongTabs: true,
    goes: { request: { updating: 'queued' } },
    notes: { trigger: 'update', updates: ['u1'], ...began(LATER) },
    starts: [writeTurn('update', LATER)],
  },
  'comes, and the sign-in begins, under a number that no read of before has': {
    given: signInQueued,
    when: turn({ at: THEN }),
    amongTabs: true,
    goes: { operation: { signingIn: 'asking' }, request: { lent: 'granted' } },
    notes: { order: { epoch: THEN, stamp: 0, from: '' }, ...sent(THEN, THEN + 1) },
    starts: [['signIn', signInQueued.context.operation]],
    tells: ['announceWrite'],
  },
  'comes, and the update is sent, under such a number': {
    given: updatingQueued,
    when: turn({ at: THEN }),
    amongTabs: true,
    goes: { request: { updating: 'asking' } },
    notes: { order: { epoch: THEN, stamp: 0, from: '' }, ...sent(THEN, THEN + 1) },
    starts: [['updateSession', { id: 'u1' }]],
    tells: ['announceWrite'],
  },
  'comes to a sign-in after the clock was set back': {
    given: signInQueued,
    when: turn({ at: NOW }),
    amongTabs: true,
    goes: { operation: { signingIn: 'asking' }, request: { lent: 'granted' } },
    notes: { order: { epoch: LATER + 1, stamp: 0, from: '' }, ...sent(LATER + 1, LATER + 2) },
    starts: [['signIn', signInQueued.context.operation]],
    tells: ['announceWrite'],
  },
  'comes to a sign-in behind another write, which takes a number above it': {
    given: signInQueued,
    when: turn({ at: THEN, epoch: THEN }),
    amongTabs: true,
    goes: { operation: { signingIn: 'asking' }, request: { lent: 'granted' } },
    notes: { order: { epoch: THEN + 1, stamp: 0, from: '' }, ...sent(THEN + 1, THEN + 2) },
    starts: [['signIn', signInQueued.context.operation]],
    tells: ['announceWrite'],
  },
  'comes to a sign-in behind another write, of which nothing is written down': {
    given: takeWithTabs(signInQueued, otherBegan(THEN)).snapshot,
    when: turn({ at: THEN }),
    amongTabs: true,
    goes: { operation: { signingIn: 'asking' }, request: { lent: 'granted' } },
    notes: { order: { epoch: THEN + 1, stamp: 0, from: '' }, ...sent(THEN + 1, THEN + 2) },
    starts: [['signIn', signInQueued.context.operation]],
    tells: ['announceWrite'],
  },
  'is kept by a read that is begun anew': {
    given: reading,
    when: call('r1'),
    amongTabs: true,
    notes: { trigger: 'call', readers: ['r1'] },
    starts: [['readSession', { trigger: 'call' }]],
    stops: ['readSession'],
  },
  'is asked for under another number by a sign-in that was passed over': {
    given: signInQueued,
    when: fact('turn.lost'),
    amongTabs: true,
    goes: {},
    notes: began(LATER + 1),
    starts: [writeTurn('sign-in', LATER + 1)],
    stops: ['takeTurn'],
  },
  'is asked for under another number by an update that was passed over': {
    given: updatingQueued,
    when: fact('turn.lost'),
    amongTabs: true,
    goes: {},
    notes: began(LATER + 1),
    starts: [writeTurn('update', LATER + 1)],
    stops: ['takeTurn'],
  },
  'is lost in the middle of a sign-in, which goes on and is asked about': {
    given: signingIn,
    when: fact('turn.lost'),
    notes: { wish: 'conflict' },
  },
  'is lost in the middle of an update, which goes on and is asked about': {
    given: updating,
    when: fact('turn.lost'),
    notes: { wish: 'conflict' },
  },
  'is given up in the middle of an update when the page is left: it is asked about': {
    given: updating,
    when: fact('page.left'),
    goes: { visibility: 'away', tabs: 'silent' },
    notes: { wish: 'conflict' },
    stops: ['listenToTabs'],
  },
  'was lost, so that what a sign-out came to is asked about': {
    given: proceed(signingOut, fact('turn.lost')),
    when: ends('signOut', { type: 'failed', failure: dead }),
    goes: { operation: 'idle', request: { reading: 'asking' } },
    notes: { wish: null, trigger: 'conflict' },
    emits: [{ ...settled('s1'), failure: dead }],
    starts: [['readSession', { trigger: 'conflict' }]],
  },
  'is not waited for any more by a sign-in when the page is left': {
    given: signInQueued,
    when: fact('page.left'),
    amongTabs: true,
    goes: { request: 'suspended', visibility: 'away', tabs: 'silent' },
    stops: ['listenToTabs', 'takeTurn'],
  },
  'is not waited for any more by an update when the page is left': {
    given: updatingQueued,
    when: fact('page.left'),
    amongTabs: true,
    goes: { request: 'suspended', visibility: 'away', tabs: 'silent' },
    stops: ['listenToTabs', 'takeTurn'],
  },
  'is for the update that was waiting when a sign-in begins on a page that was left': {
    given: proceed(updatingQueued, fact('page.left')),
    when: signIn('s1'),
    goes: { operation: { signingIn: 'queued' }, request: { updating: 'asking' } },
    notes: { operation: expect.objectContaining({ id: 's1' }) },
    starts: [['updateSession', { id: 'u1' }]],
  },
  'is for a sign-in that begins there otherwise': {
    given: proceed(idle, refetch('focus'), fact('page.left')),
    when: signIn('s1'),
    goes: { operation: { signingIn: 'asking' }, request: { lent: 'granted' } },
    notes: { operation: expect.objectContaining({ id: 's1' }) },
    starts: [['signIn', expect.objectContaining({ id: 's1' })]],
  },
  'is waited for again by the sign-in when the page is back': {
    given: proceed(signInQueued, fact('page.left')),
    when: fact('page.restored', THEN),
    amongTabs: true,
    goes: { request: { lent: 'queued' }, visibility: 'visible', tabs: { listening: 'rejoining' } },
    notes: { wish: 'restored', ...began(THEN) },
    starts: [['listenToTabs'], writeTurn('sign-in', THEN)],
  },

  'breaks, and the read is sent all the same': {
    given: queued,
    when: throws('takeTurn', fault),
    amongTabs: true,
    goes: { request: { reading: 'asking' } },
    emits: [faulted],
    starts: [['readSession', { trigger: 'focus' }]],
  },
  'breaks, and the update is sent all the same': {
    given: updatingQueued,
    when: throws('takeTurn', fault),
    amongTabs: true,
    goes: { request: { updating: 'asking' } },
    emits: [faulted],
    starts: [['updateSession', { id: 'u1' }]],
  },
  'breaks, and the sign-in begins all the same': {
    given: signInQueued,
    when: throws('takeTurn', fault),
    amongTabs: true,
    goes: { operation: { signingIn: 'asking' }, request: { lent: 'granted' } },
    emits: [faulted],
    starts: [['signIn', signInQueued.context.operation]],
  },
  'breaks while a read is out, which goes on': {
    given: reading,
    when: throws('takeTurn', fault),
    emits: [faulted],
  },
  'breaks while an update is out, which goes on': {
    given: updating,
    when: throws('takeTurn', fault),
    emits: [faulted],
  },
  'breaks in the middle of a sign-in, which goes on': {
    given: signingIn,
    when: throws('takeTurn', fault),
    notes: { sent: signingIn.context.sent },
    emits: [faulted],
  },
}

const outOfDate = { ...signedIn(), epoch: NOW }
const readAgain = (trigger: string) => ({
  goes: { request: { reading: 'asking' } },
  starts: [['readSession', { trigger }] as [string, unknown]],
})

/** An answer that was on its way while a tab has signed in or out. */
export const outOfDateRows: Table = {
  'is not shown, and asked for again': {
    given: reading,
    when: ends('readSession', outOfDate),
    ...readAgain('focus'),
    notes: { order: { epoch: NOW, stamp: 0, from: '' } },
    shares: [],
    raises: [],
  },
  'keeps the calls waiting that wait for it': {
    given: proceed(idle, call('r1')),
    when: ends('readSession', outOfDate),
    ...readAgain('call'),
  },
  'is one that comes when the tab was frozen meanwhile': {
    given: reading,
    when: ends('readSession', { ...signedIn(), sentAt: THEN - 15_001 }),
    ...readAgain('focus'),
  },
  'is none that has taken as long as a request may': {
    given: reading,
    when: ends('readSession', { ...signedIn(), sentAt: THEN - 15_000, epoch: 0 }),
    goes: { request: 'idle' },
    notes: { tookMs: 15_000 },
    shares: ['shareAnswer'],
  },
  'is none when it says nothing': {
    given: proceed(idle, call('r1'), otherAnswered(ann)),
    when: ends('readSession', unknown()),
    goes: { request: { waiting: 'counting' } },
    notes: { readers: [], failure: dead, failures: 1, retryAt: THEN + 1_000 },
    emits: [
      { ...settled('r1'), failure: dead },
      { type: 'failed', failure: dead, isFirst: true },
    ],
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
  },
  'is that of a read which was sent before another tab asked': {
    given: proceed(idle, call('r1'), otherAnswered(ann)),
    when: ends('readSession', signedOut()),
    ...readAgain('call'),
  },
  'is not shown for an update either: who called it gets the next one': {
    given: updating,
    when: ends('updateSession', { ...outOfDate, epoch: THEN }),
    ...readAgain('call'),
    notes: { updates: [], readers: ['u1'], trigger: 'call' },
    tells: ['tellTabsOfChange'],
    shares: [],
  },
  'is not shown for a sign-in either': {
    given: proceed(signingIn, otherAnswered(null, { epoch: THEN, why: 'sign-out' })),
    when: ends('signIn', { type: 'answered', answer: signedIn() }),
    ...readAgain('conflict'),
    goes: { request: { reading: 'asking' }, operation: 'idle' },
    notes: { trigger: 'conflict', outdated: [null, ann] },
    emits: [settled('s1')],
    tells: ['tellTabsOfChange'],
    shares: [],
  },
  'is not shown for a sign-out either': {
    given: proceed(signingOut, otherAnswered(bob, { epoch: THEN, why: 'sign-in' })),
    when: ends('signOut', { type: 'signed-out', at: THEN }),
    ...readAgain('conflict'),
    goes: { request: { reading: 'asking' }, operation: 'idle' },
    notes: { trigger: 'conflict', outdated: [bob, ann] },
    emits: [settled('s1')],
    tells: ['noteSignOut', 'tellTabsOfSignOut'],
    shares: [],
  },
}
