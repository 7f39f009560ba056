import { expect } from 'vitest'
import { proceed, takeWithTabs } from '../chart'
import {
  call,
  elapses,
  ends,
  fact,
  joined,
  OTHER_TAB,
  otherAnswered,
  otherAsked,
  otherBegan,
  otherEnded,
  otherFailed,
  provide,
  refetch,
  signIn,
  signOut,
  update,
} from '../events'
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
  POLL,
  type SessionSnapshot,
  signedIn,
  start,
  THEN,
  unknown,
} from '../fixtures'
import {
  answered,
  idle,
  loading,
  pollingWaiting,
  reading,
  readingForCalls,
  signedOutIdle,
  signingIn,
  updating,
  waiting,
  waitingOffline,
} from '../situations'
import type { Table } from '../table'

const elsewhere = { code: 'network', message: 'Another tab could not read the session.' }
const found = (type: string, more = {}) => ({ type, at: THEN, tabId: OTHER_TAB, ...more })
const otherOrder = { order: { epoch: 0, stamp: THEN, from: OTHER_TAB }, highest: THEN }
const began = (epoch: number) => ({
  foreignWrite: epoch,
  order: { epoch, stamp: 0, from: '' },
  highest: epoch,
})
const nobody = { data: null, user: null, expiresAt: null }
const signedOutThere = found('signed-out-in-other-tab')
const bobThere = found('user-changed', { trigger: 'other-tab' })
const failed = { type: 'failed', failure: dead, isFirst: true }
/** The failure of another tab, as this one notes it. */
const failedThere = {
  failure: { ...elsewhere, retryAfterMs: 2_000 },
  failures: 2,
  retryAt: THEN + 2_000,
}
const triesThen: [string, unknown] = ['alarm', { dueAt: THEN + 2_000, withinMs: 2_000 }]

const yielding = proceed(idle, otherBegan(LATER))
/** An update is out, and another tab signs in or out. */
const updatingBeside = proceed(updating, otherBegan(THEN))

/** What another tab was answered. */
export const adoptedRows: Table = {
  'is shown and reported, and not told again': {
    given: idle,
    when: otherAnswered(bob),
    notes: { data: bob, user: BOB, cause: bobThere, ...otherOrder },
    emits: [{ type: 'changed', session: bob, cause: bobThere }],
    shares: ['noteAdopted'],
  },
  'is a sign-in that makes what was seen before outdated': {
    given: signedOutIdle,
    when: otherAnswered(ann, { why: 'sign-in', epoch: LATER }),
    goes: { status: 'authenticated' },
    notes: {
      data: ann,
      user: ANN,
      expiresAt: END,
      cause: found('signed-in-in-other-tab'),
      outdated: [null],
    },
    emits: [{ type: 'changed', session: ann, cause: found('signed-in-in-other-tab') }],
    shares: ['noteAdopted'],
  },
  'is a sign-out': {
    given: idle,
    when: otherAnswered(null, { why: 'sign-out', epoch: LATER }),
    goes: { status: { unauthenticated: 'known' } },
    notes: { ...nobody, cause: signedOutThere, outdated: [ann] },
    emits: [{ type: 'changed', session: null, cause: signedOutThere }],
    shares: ['noteAdopted'],
  },
  'is a read that has found nobody, which is what the server says': {
    given: idle,
    when: otherAnswered(null),
    goes: { status: { unauthenticated: 'known' } },
    notes: { ...nobody, cause: found('server', { trigger: 'other-tab' }) },
    emits: [{ type: 'changed', session: null, cause: found('server', { trigger: 'other-tab' }) }],
    shares: ['noteAdopted'],
  },
  'keeps what is shown when it says the same': {
    given: answered,
    when: otherAnswered({ ...ann }),
    notes: { data: answered.context.data, cause: answered.context.cause, ...otherOrder },
    shares: ['noteAdopted'],
  },
  'moves the end of the session': {
    given: idle,
    when: otherAnswered(annLonger),
    goes: { lifetime: 'running' },
    notes: { expiresAt: Date.parse(String(annLonger.expires)) },
    starts: [['alarm', { dueAt: Date.parse(String(annLonger.expires)) - 60_000 }]],
    stops: ['alarm'],
  },
  'is passed over when this tab has asked later': {
    given: answered,
    when: otherAnswered(bob, { stamp: LATER - 1 }),
    notes: { order: answered.context.order },
  },
  'is passed over when it was asked for before the last sign-in or sign-out': {
    given: proceed(idle, otherAnswered(bob, { epoch: LATER, stamp: LATER })),
    when: otherAnswered(null, { stamp: THEN + 1 }),
  },
  'is asked about when a write has overtaken it of which nothing is known: perhaps nothing has come of that':
    {
      given: proceed(idle, joined({ epoch: LATER })),
      when: otherAnswered(null, { stamp: THEN }),
      goes: { request: { reading: 'asking' } },
      notes: { trigger: 'other-tab-silent' },
      starts: [['readSession', { trigger: 'other-tab-silent' }]],
      shares: [],
    },
  'is asked about after the sign-in of this tab that has overtaken it, if nothing comes of that': {
    given: signingIn,
    when: otherAnswered(null, { stamp: THEN }),
    notes: { wish: 'other-tab-silent' },
  },
  'is decided by the names of the tabs when both have asked with the same number': {
    given: answered,
    when: otherAnswered(bob, { stamp: LATER }),
    notes: { data: bob, user: BOB, cause: bobThere },
    emits: [{ type: 'changed', session: bob, cause: bobThere }],
  },
  'loses by its name, too': {
    given: answered,
    when: otherAnswered(bob, { stamp: LATER, from: 'a tab' }),
  },
  'is as good as the one that this tab has asked for by itself': {
    given: reading,
    when: otherAnswered(ann),
    goes: { request: 'idle' },
    stops: ['readSession'],
  },
  'is not for calls, which get their own': {
    given: readingForCalls,
    when: otherAnswered(ann),
  },
  'is not for calls either when there is another reason to read by now': {
    given: proceed(readingForCalls, fact('otherTab.signedOut')),
    when: otherAnswered(ann),
  },
  'is no news of the user when only what is known of the user has changed': {
    given: idle,
    when: otherAnswered(annRenamed),
    notes: { data: annRenamed, cause: found('server', { trigger: 'other-tab' }), ...otherOrder },
    shares: ['noteAdopted'],
  },
  'is not for what it may be older than, either': {
    given: proceed(signedOutIdle, provide(ann)),
    when: otherAnswered(ann),
  },
  'answers a first read': {
    given: loading,
    when: otherAnswered(null),
    goes: { status: { unauthenticated: 'known' }, request: 'idle' },
    notes: { ...nobody, cause: found('server', { trigger: 'other-tab' }) },
    stops: ['readSession'],
  },
  'ends a pause after a failure': {
    given: waiting,
    when: otherAnswered(ann),
    goes: { request: 'idle' },
    notes: { failure: null, failures: 0 },
    stops: ['alarm'],
    raises: ['session.answered', 'lane.freed'],
  },
  'puts off the next poll': {
    given: pollingWaiting,
    when: otherAnswered(ann),
    goes: {},
    notes: { pollDueAt: THEN + POLL },
    starts: [['alarm', { dueAt: THEN + POLL }]],
    stops: ['alarm'],
  },
  'ends the polls when nobody is signed in': {
    given: pollingWaiting,
    when: otherAnswered(null),
    goes: { status: { unauthenticated: 'known' }, polling: 'off' },
    notes: { ...nobody, pollDueAt: null, cause: found('server', { trigger: 'other-tab' }) },
    emits: [{ type: 'changed', session: null, cause: found('server', { trigger: 'other-tab' }) }],
    stops: ['alarm'],
  },
}

/** Another tab has asked in vain. */
export const adoptedFailureRows: Table = {
  'keeps the session, and is tried again when that tab does': {
    given: idle,
    when: otherFailed(),
    goes: { request: { waiting: 'counting' } },
    notes: failedThere,
    starts: [triesThen],
    shares: [],
  },
  'answers a first read: the server is unreachable': {
    given: loading,
    when: otherFailed(),
    goes: { status: { unauthenticated: 'unreachable' }, request: { waiting: 'counting' } },
    notes: {
      ...failedThere,
      data: null,
      cause: { type: 'unreachable', at: THEN, failure: elsewhere },
    },
    starts: [triesThen],
    stops: ['readSession'],
  },
  'is as good as the failure of the read that is out': {
    given: reading,
    when: otherFailed(),
    goes: { request: { waiting: 'counting' } },
    notes: failedThere,
    starts: [triesThen],
    stops: ['readSession'],
  },
  'is not that of a call, which goes on': {
    given: readingForCalls,
    when: otherFailed(),
    notes: failedThere,
  },
  'puts off the next try': {
    given: waiting,
    when: otherFailed(),
    goes: {},
    notes: failedThere,
    starts: [triesThen],
    stops: ['alarm'],
  },
  'puts it off while the browser says that it is offline, too': {
    given: waitingOffline,
    when: otherFailed(),
    goes: {},
    notes: failedThere,
    limits: [['offlineRetry', 60_000]],
  },
  'never puts it off for more than an hour': {
    given: idle,
    when: otherFailed({ pauseMs: 86_400_000 }),
    goes: { request: { waiting: 'counting' } },
    notes: {
      ...failedThere,
      failure: { ...elsewhere, retryAfterMs: 3_600_000 },
      retryAt: THEN + 3_600_000,
    },
    starts: [['alarm', { dueAt: THEN + 3_600_000, withinMs: 3_600_000 }]],
  },
  'is passed over when this tab has asked later': {
    given: answered,
    when: otherFailed({ stamp: LATER - 1 }),
  },
}

/** What this tab tells the others. */
export const sharedRows: Table = {
  'is every answer of its own': {
    given: reading,
    when: ends('readSession', signedIn()),
    goes: { request: 'idle' },
    shares: ['shareAnswer'],
  },
  'is not what the app says': {
    given: reading,
    when: provide(bob),
    goes: {},
    notes: { data: bob, user: BOB, provided: bob, trigger: 'prop', cause: { type: 'prop', at: LATER } },
    emits: [{ type: 'changed', session: bob, cause: { type: 'prop', at: LATER } }],
    starts: [['readSession', { trigger: 'prop' }]],
    stops: ['readSession'],
    shares: [],
  },
  'is a failure of what every tab would have asked': {
    given: reading,
    when: ends('readSession', unknown()),
    goes: { request: { waiting: 'counting' } },
    notes: { failure: dead, failures: 1, retryAt: THEN + 1_000 },
    emits: [failed],
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
    shares: ['shareFailure'],
  },
  'is not the failure of a call': {
    given: proceed(idle, call('r1')),
    when: ends('readSession', unknown()),
    goes: { request: { waiting: 'counting' } },
    notes: { readers: [], failure: dead, failures: 1, retryAt: THEN + 1_000 },
    emits: [{ type: 'settled', ids: ['r1'], failure: dead }, failed],
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
    shares: [],
  },
  'is the answer once more, to a tab that was just opened': {
    given: answered,
    when: otherAsked(THEN + 100),
    tells: ['repeatAnswer'],
  },
  'is not an answer that is old': { given: answered, when: otherAsked(THEN + 5_000) },
  'is not what this tab has heard from another one': {
    given: proceed(answered, otherAnswered(ann)),
    when: otherAsked(THEN + 100),
  },
  'is not the end of a session, which nobody has answered': {
    given: proceed(answered, { type: 'session.ended', at: THEN + 50 }),
    when: otherAsked(THEN + 100),
  },
  'is not what the app has brought': { given: idle, when: otherAsked() },
  'is the number of the last write, to a tab that begins one and has missed that': {
    given: proceed(signingIn, ends('signIn', { type: 'answered', answer: signedIn() })),
    when: otherBegan(NOW),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'other-tab', limitedAt: LATER },
    starts: [['readSession', { trigger: 'other-tab' }]],
    tells: ['tellLastWrite'],
  },
  'is nothing where the last write is not answered': { given: yielding, when: otherBegan(NOW) },
}

/** Another tab signs in or out, or updates the session. */
export const foreignWriteRows: Table = {
  'is waited for': {
    given: idle,
    when: otherBegan(LATER),
    goes: { request: 'yielding' },
    notes: began(LATER),
    limits: [['foreignWriteLimit', 17_000]],
  },
  'stops a read, which comes after it': {
    given: reading,
    when: otherBegan(THEN),
    goes: { request: 'yielding' },
    notes: { wish: 'focus', ...began(THEN) },
    stops: ['readSession'],
  },
  'does not stop a read that comes after a later one': {
    given: proceed(idle, joined({ epoch: LATER }), refetch('focus')),
    when: otherBegan(LATER - 1),
  },
  'is waited for when its number was found written down before its message came': {
    given: proceed(idle, joined({ epoch: LATER })),
    when: otherBegan(LATER),
    goes: { request: 'yielding' },
    notes: began(LATER),
  },
  'is nothing to wait for when it has its answer': {
    given: proceed(idle, otherAnswered(ann, { epoch: LATER, stamp: LATER })),
    when: otherBegan(LATER),
  },
  'is nothing to wait for when a later one is known': {
    given: proceed(idle, joined({ epoch: LATER })),
    when: otherBegan(LATER - 1),
  },
  'does not stop a read when a later one is known': {
    given: proceed(idle, joined({ epoch: LATER }), refetch('focus')),
    when: otherBegan(LATER - 1),
  },
  'is not noted during an update that was begun after it': { given: updating, when: otherBegan(NOW) },
  'is not noted during a sign-in that was begun after it': { given: signingIn, when: otherBegan(NOW) },
  'ends with its answer': {
    given: yielding,
    when: otherAnswered(bob, { epoch: LATER, why: 'sign-in' }),
    goes: { request: 'idle' },
    notes: { data: bob, user: BOB, cause: bobThere, outdated: [ann], foreignWrite: null },
    emits: [{ type: 'changed', session: bob, cause: bobThere }],
  },
  'ends without one': {
    given: yielding,
    when: otherEnded(LATER),
    goes: { request: 'idle' },
    notes: { foreignWrite: null },
  },
  'of which only the end is heard is read for': {
    given: idle,
    when: otherEnded(LATER),
    goes: { request: { reading: 'asking' } },
    notes: {
      trigger: 'other-tab',
      order: { epoch: LATER, stamp: 0, from: '' },
      highest: LATER + 1,
      limitedAt: LATER,
    },
    starts: [['readSession', { trigger: 'other-tab' }]],
  },
  'is over, and the number of an answer after it is noted': {
    given: proceed(idle, otherAnswered(ann, { epoch: NOW, stamp: LATER })),
    when: otherEnded(NOW, { stamp: THEN + 1 }),
    notes: { highest: THEN + 1 },
  },
  'is not ended by an earlier one': { given: yielding, when: otherEnded(NOW) },
  'ends, and what was to be read is': {
    given: proceed(reading, otherBegan(THEN)),
    when: otherEnded(THEN),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'focus', wish: null, foreignWrite: null },
    starts: [['readSession', { trigger: 'focus' }]],
  },
  'keeps a reason to read': {
    given: yielding,
    when: refetch('focus'),
    notes: { wish: 'focus' },
  },
  'keeps no reason to read that is none offline': {
    given: proceed(yielding, fact('network.lost')),
    when: refetch('focus'),
  },
  'is waited for although the app shows another session': {
    given: yielding,
    when: provide(bob),
    goes: {},
    notes: { data: bob, user: BOB, provided: bob, cause: { type: 'prop', at: LATER }, wish: 'prop' },
    emits: [{ type: 'changed', session: bob, cause: { type: 'prop', at: LATER } }],
    raises: ['session.answered', 'session.refetch'],
  },
  'does not keep an update waiting': {
    given: yielding,
    when: update('u1'),
    goes: { request: { updating: 'asking' } },
    notes: { trigger: 'update', updates: ['u1'] },
    starts: [['updateSession', { id: 'u1' }]],
  },
  'does not keep a sign-out waiting': {
    given: yielding,
    when: signOut('s1'),
    goes: { operation: { signingOut: 'asking' }, request: { lent: 'granted' } },
    notes: { operation: { kind: 'sign-out', id: 's1', at: LATER, provider: null, redirect: 'never' } },
    starts: [['signOut', expect.objectContaining({ id: 's1' })]],
  },
  'is followed by another one': {
    given: yielding,
    when: otherBegan(THEN),
    notes: began(THEN),
    limits: [['foreignWriteLimit', 17_000]],
  },
  'is asked about when nothing is heard of it any more': {
    given: yielding,
    when: elapses('foreignWriteLimit'),
    goes: { request: { reading: 'asking' } },
    notes: { foreignWrite: null, trigger: 'other-tab-silent' },
    starts: [['readSession', { trigger: 'other-tab-silent' }]],
  },
  'is asked about offline, too, when a reason waits that would not be': {
    given: proceed(yielding, refetch('prop'), fact('network.lost')),
    when: elapses('foreignWriteLimit'),
    goes: { request: { reading: 'asking' } },
    notes: { foreignWrite: null, trigger: 'conflict', wish: null },
    starts: [['readSession', { trigger: 'conflict' }]],
  },
  'is noted during an update': {
    given: updating,
    when: otherBegan(THEN),
    notes: began(THEN),
  },
  'is nothing to an update that has begun later': { given: updating, when: otherBegan(NOW) },
  'is over before the update is': {
    given: updatingBeside,
    when: otherEnded(THEN),
    notes: { foreignWrite: null },
  },
  'is waited for after the update, whose answer is of before': {
    given: updatingBeside,
    when: ends('updateSession', signedIn()),
    goes: { request: 'yielding' },
    notes: { updates: [], readers: ['u1'] },
    tells: ['tellTabsOfChange'],
    shares: [],
  },
  'is waited for by an update that is called meanwhile, as long as it may take': {
    given: yielding,
    when: update('u1'),
    amongTabs: true,
    goes: { request: { updating: 'queued' } },
    notes: { trigger: 'update', updates: ['u1'] },
    starts: [['takeTurn', expect.objectContaining({ patienceMs: 60_000, writePatienceMs: 60_000 })]],
  },
  'is waited for after the next update, too, whose answer is shown': {
    given: proceed(updatingBeside, update('u2'), ends('updateSession', signedIn())),
    when: ends('updateSession', signedIn()),
    goes: { request: 'yielding' },
    notes: { updates: [] },
    emits: [{ type: 'settled', ids: ['u2'], failure: null }],
    tells: ['tellTabsOfChange'],
    shares: ['shareAnswer'],
  },
  'is asked about for the update that was out, and not for the next one': {
    given: proceed(updatingBeside, update('u2')),
    when: ends('updateSession', signedIn()),
    notes: { updates: ['u2'], readers: ['u1'] },
    starts: [['updateSession', { id: 'u2' }]],
    tells: ['tellTabsOfChange'],
    shares: [],
  },
  'is noted during a sign-in': {
    given: signingIn,
    when: otherBegan(THEN),
    notes: began(THEN),
  },
  'is nothing to a sign-in that has begun later': { given: signingIn, when: otherBegan(NOW) },
}

const restored: [string, unknown] = ['readSession', { trigger: 'restored' }]
const away = proceed(idle, fact('page.left'))
const back = proceed(away, fact('page.restored'))
/** The page was left, and is back, after another tab had begun a write. */
const backBeside = proceed(yielding, fact('page.left'), fact('page.restored'))

/** This tab has signed in meanwhile, before it was left. */
const backSignedIn = proceed(
  yielding,
  signIn('s1', 'never', THEN),
  ends('signIn', { type: 'answered', answer: signedIn(ann) }),
  fact('page.left'),
  fact('page.restored'),
)

const missed = { type: 'signed-out-in-other-tab', at: THEN }
const seesSignOut = {
  goes: {
    tabs: { listening: 'joined' },
    status: { unauthenticated: 'known' },
    request: { reading: 'asking' },
  },
  emits: [{ type: 'changed', session: null, cause: missed }],
  starts: [restored],
}

/** A client that is started once more. */
const begunAnew = ({ context }: SessionSnapshot) => start({ memory: context }).snapshot

/** What a tab finds written down as it begins to hear the others. */
export const joiningRows: Table = {
  'is the number of the last write': {
    given: idle,
    when: joined({ epoch: NOW, at: NOW }),
    goes: { tabs: { listening: 'joined' } },
    notes: { order: { epoch: NOW, stamp: 0, from: '' }, highest: NOW },
  },
  'is nothing at first': {
    given: idle,
    when: joined(),
    goes: { tabs: { listening: 'joined' } },
    notes: { order: idle.context.order },
  },
  'is that the page may be older than the last write': {
    given: idle,
    when: joined({ epoch: NOW, mayBeOld: true }),
    goes: { tabs: { listening: 'joined' }, request: { reading: 'asking' } },
    notes: { trigger: 'restored', order: { epoch: NOW, stamp: 0, from: '' } },
    starts: [restored],
  },
  'is that a write is open, which a page that was rendered meanwhile asks about': {
    given: idle,
    when: joined({ epoch: NOW, openSince: NOW }),
    amongTabs: true,
    goes: { tabs: { listening: 'joined' }, request: { reading: 'queued' } },
    notes: { trigger: 'restored', order: { epoch: NOW, stamp: 0, from: '' } },
    starts: [['takeTurn', expect.anything()]],
  },
  'is that a tab comes back to the page which had left to sign in: what others asked before does not count': {
    given: idle,
    when: joined({ epoch: NOW, isReturn: true }),
    goes: { tabs: { listening: 'joined' }, request: { reading: 'asking' } },
    notes: {
      ...{ trigger: 'restored', order: { epoch: NOW, stamp: LATER, from: '' } },
      ...{ highest: LATER + 1, sent: { epoch: NOW, stamp: LATER + 1 } },
    },
    starts: [restored],
  },
  'is that a tab comes back to a page whose read waits for its turn': {
    given: takeWithTabs(signedOutIdle, refetch('focus')).snapshot,
    when: joined({ epoch: NOW, isReturn: true }),
    amongTabs: true,
    goes: { tabs: { listening: 'joined' } },
    notes: { order: { epoch: NOW, stamp: LATER, from: '' }, highest: LATER },
  },
  'is that a tab comes back to a page whose own read is out, which does count': {
    given: loading,
    when: joined({ epoch: NOW, isReturn: true }),
    goes: { tabs: { listening: 'joined' } },
    notes: { order: { epoch: NOW, stamp: loading.context.sent.stamp, from: '' } },
  },
  'is nothing to a page that shows what the server has said': {
    given: begunAnew(proceed(idle, otherAnswered(bob, { epoch: NOW }))),
    when: joined({ epoch: NOW, mayBeOld: true }),
    goes: { tabs: { listening: 'joined' } },
  },
  'is nothing to one that brought a session, was answered the same, and begins anew': {
    given: begunAnew(
      proceed(idle, joined({ epoch: NOW, mayBeOld: true }), ends('readSession', signedIn(ann))),
    ),
    when: joined({ epoch: NOW, mayBeOld: true }),
    goes: { tabs: { listening: 'joined' } },
  },
  'is what was missed by a client which did not run, and was never answered': {
    given: begunAnew(proceed(idle, joined({ at: NOW }))),
    when: joined({ readAt: THEN }),
    goes: { tabs: { listening: 'joined' }, request: { reading: 'asking' } },
    notes: { trigger: 'restored' },
    starts: [restored],
  },
  'is nothing that such a client has missed': {
    given: begunAnew(proceed(idle, joined({ epoch: LATER, readAt: LATER }))),
    when: joined({ epoch: LATER, readAt: LATER }),
    goes: { tabs: { listening: 'joined' } },
  },
  'is a sign-in, sign-out or update that was missed by a client which did not run': {
    given: begunAnew(answered),
    when: joined({ epoch: LATER }),
    goes: { tabs: { listening: 'joined' }, request: { reading: 'asking' } },
    notes: { trigger: 'restored', order: { epoch: LATER, stamp: 0, from: '' } },
    starts: [restored],
  },
  'is that another tab was answered while it did not run': {
    given: begunAnew(answered),
    when: joined({ readAt: THEN }),
    goes: { tabs: { listening: 'joined' }, request: { reading: 'asking' } },
    notes: { trigger: 'restored' },
    starts: [restored],
  },
  'is, of one that it had heard the beginning of, nothing: what came of it was missed': {
    given: begunAnew(proceed(answered, otherBegan(LATER))),
    when: joined(),
    goes: { tabs: { listening: 'joined' }, request: { reading: 'asking' } },
    notes: { trigger: 'restored', order: { epoch: LATER, stamp: 0, from: '' } },
    starts: [restored],
  },
  'is nothing new to a client which did not run': {
    given: begunAnew(answered),
    when: joined({ readAt: LATER }),
    goes: { tabs: { listening: 'joined' } },
  },
  'is nothing to a page that brings no session': {
    given: loading,
    when: joined({ epoch: NOW, mayBeOld: true }),
    goes: { tabs: { listening: 'joined' } },
  },
  'is a sign-out that was missed while the page was away: nothing is shown of the session': {
    given: back,
    when: joined({ epoch: LATER, out: LATER, at: THEN }),
    ...seesSignOut,
    notes: { ...nobody, cause: missed, outdated: [ann] },
    stops: ['readSession'],
  },
  'is a sign-out that ended while the page was away': {
    given: backBeside,
    when: joined({ epoch: LATER, out: LATER, at: THEN }),
    ...seesSignOut,
    notes: {
      ...nobody,
      cause: missed,
      outdated: [ann],
      foreignWrite: null,
      trigger: 'restored',
      wish: null,
    },
  },
  'is a sign-out of which only the end was heard before the page was left': {
    given: proceed(yielding, otherEnded(LATER), fact('page.left'), fact('page.restored')),
    when: joined({ epoch: LATER, out: LATER, at: THEN }),
    ...seesSignOut,
    notes: { ...nobody, cause: missed, outdated: [ann] },
    stops: ['readSession'],
  },
  'is a sign-out in whose middle the page was made, and left': {
    given: proceed(idle, joined({ epoch: NOW, openSince: NOW }), fact('page.left'), fact('page.restored')),
    when: joined({ epoch: NOW, out: NOW, at: THEN }),
    ...seesSignOut,
    notes: { ...nobody, cause: missed, outdated: [ann] },
    stops: ['readSession'],
  },
  'is a sign-out that the page may be older than, which was left before it had an answer': {
    given: proceed(
      idle,
      joined({ epoch: NOW, out: NOW, mayBeOld: true }),
      fact('page.left'),
      fact('page.restored'),
    ),
    when: joined({ epoch: NOW, out: NOW, at: THEN }),
    ...seesSignOut,
    notes: { ...nobody, cause: missed, outdated: [ann] },
    stops: ['readSession'],
  },
  'is no sign-out before the last write, although the page may be older than that: somebody has signed in since':
    {
      given: proceed(
        idle,
        joined({ epoch: LATER, out: NOW, mayBeOld: true }),
        fact('page.left'),
        fact('page.restored'),
      ),
      when: joined({ epoch: LATER, out: NOW, at: THEN }),
      goes: { tabs: { listening: 'joined' } },
    },
  'is no sign-out that another tab has answered after': {
    given: proceed(
      idle,
      otherAnswered(bob, { epoch: LATER, stamp: THEN }),
      otherBegan(THEN),
      otherEnded(THEN),
      fact('page.left'),
      fact('page.restored'),
    ),
    when: joined({ epoch: THEN, out: LATER, at: THEN }),
    goes: { tabs: { listening: 'joined' } },
  },
  'is not waited for, for its end may have been missed': {
    given: backBeside,
    when: joined({ epoch: LATER }),
    goes: { tabs: { listening: 'joined' }, request: { reading: 'asking' } },
    notes: { foreignWrite: null, trigger: 'restored', wish: null },
    starts: [restored],
  },
  'is no sign-out that was known': {
    given: proceed(idle, joined({ epoch: NOW, out: NOW }), fact('page.left'), fact('page.restored')),
    when: joined({ epoch: NOW, out: NOW }),
    goes: { tabs: { listening: 'joined' } },
  },
  'is a sign-out that was missed, whoever has signed in since: it is asked who': {
    given: back,
    when: joined({ epoch: LATER + 1, out: LATER, at: THEN }),
    ...seesSignOut,
    notes: {
      ...nobody,
      cause: missed,
      outdated: [ann],
      order: { epoch: LATER + 1, stamp: 0, from: '' },
    },
    stops: ['readSession'],
  },
  'is a sign-out before the own sign-in that is shown': {
    given: backSignedIn,
    when: joined({ epoch: THEN, out: LATER + 1 }),
    goes: { tabs: { listening: 'joined' }, request: { reading: 'asking' } },
    notes: { foreignWrite: null, trigger: 'restored', wish: null },
    starts: [restored],
  },
  'is a write that was no sign-out': {
    given: back,
    when: joined({ epoch: LATER }),
    goes: { tabs: { listening: 'joined' } },
    notes: { order: { epoch: LATER, stamp: 0, from: '' } },
  },
}
