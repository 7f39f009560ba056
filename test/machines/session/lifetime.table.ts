import { expect } from 'vitest'
import { proceed } from '../chart'
import { configure, elapses, ends, fact, otherAnswered, provide, refetch, rings, throws } from '../events'
import {
  ANN,
  ann,
  annLonger,
  annRenamed,
  BOB,
  bob,
  dead,
  END,
  fault,
  LATER,
  polling,
  pollingOnline,
  settings,
  signedIn,
  signedOut,
  start,
  THEN,
  unknown,
} from '../fixtures'
import { confirming, expiring, idle, idleOffline, loading, reading, signedOutIdle } from '../situations'
import type { Table } from '../table'

const DAY = 24 * 60 * 60 * 1_000
const SECOND = 1_000
const nobody = { data: null, user: null, expiresAt: null }
const expired = (at: number) => ({ type: 'expired', at, expiresAt: END })
const prop = { type: 'prop', at: LATER }
const annPromoted = { ...annLonger, role: 'admin' }
const past = { ...annRenamed, expires: new Date(THEN - 1).toISOString() }
/** The server's clock is ahead by as much, at least and at most. */
const heardAt = (min: number, max: number) => {
  const answer = { type: 'signed-in' as const, at: THEN, session: ann, user: ANN, httpStatus: 200 }
  return { ...answer, clock: { min, max } }
}
const readingAtEnd = proceed(expiring, refetch('restored', END - 900))
/** Was under way for three seconds. */
const slow = { ...signedIn(), sentAt: THEN - 3 * SECOND }
const slowExpiring = proceed(reading, ends('readSession', slow), rings('lifetime', END - 60 * SECOND))
const slowConfirming = proceed(slowExpiring, rings('lifetime', END + 4 * SECOND))
const unasked = { ...settings, asksAtExpiry: false }
const polled = start({ session: ann, settings: { ...polling, asksAtExpiry: false } }).snapshot
const pausedAtEnd = proceed(
  start({ session: ann, settings: pollingOnline }).snapshot,
  fact('network.lost'),
  rings('lifetime', END - 60_000),
)
const faulted = { type: 'faulted', effect: expect.any(String), error: fault }

/** Ends with nobody being told to look. */
const ended = (at: number) => ({
  goes: { status: { unauthenticated: 'known' }, lifetime: 'open' },
  notes: { ...nobody, cause: expired(at) },
  emits: [{ type: 'changed', session: null, cause: expired(at) }],
})

/** How long a session lasts, and how it ends. */
export const lifetimeRows: Table = {
  'begins with a session that has an end': {
    given: signedOutIdle,
    when: provide(bob),
    goes: { status: 'authenticated', request: { reading: 'asking' }, lifetime: 'running' },
    notes: { data: bob, user: BOB, expiresAt: END, provided: bob, cause: prop, trigger: 'prop' },
    emits: [{ type: 'changed', session: bob, cause: prop }],
    starts: [['alarm', { dueAt: END - 60 * SECOND }]],
  },
  'warns a minute before the end': {
    given: idle,
    when: rings('lifetime', END - 60 * SECOND),
    goes: { lifetime: 'expiring' },
    starts: [['alarm', { dueAt: END + SECOND }]],
    raises: [],
  },
  'warns as early as it is told to': {
    given: idle,
    when: configure({ ...settings, expiryWarningMs: 3 * DAY }),
    goes: { lifetime: 'running' },
    notes: { settings: { ...settings, expiryWarningMs: 3 * DAY } },
    starts: [['alarm', { dueAt: END - 3 * DAY }]],
    stops: ['alarm'],
  },
  'warns at once when the warning is due': {
    given: idle,
    when: configure({ ...settings, expiryWarningMs: 40 * DAY }),
    goes: { lifetime: 'expiring' },
    notes: { settings: { ...settings, expiryWarningMs: 40 * DAY } },
    starts: [['alarm', { dueAt: END + SECOND }]],
    stops: ['alarm'],
  },
  'warns at once when the warning has just become due': {
    given: idle,
    when: configure({ ...settings, expiryWarningMs: END - LATER }),
    goes: { lifetime: 'expiring' },
    notes: { settings: { ...settings, expiryWarningMs: END - LATER } },
    starts: [['alarm', { dueAt: END + SECOND }]],
    stops: ['alarm'],
  },
  'has come to its end at the very moment when the server knows nobody': {
    given: reading,
    when: ends('readSession', signedOut(END)),
    ...ended(END),
    goes: { status: { unauthenticated: 'known' }, request: 'idle', lifetime: 'open' },
    stops: ['alarm'],
  },
  'has come to its end before it is due when somebody says so': {
    given: idle,
    when: { type: 'session.ended', at: LATER },
    ...ended(LATER),
    notes: { ...nobody, cause: expired(LATER), outdated: [expect.anything()] },
    stops: ['alarm'],
  },
  'asks the server a second after the end, and goes on showing the session': {
    given: expiring,
    when: rings('lifetime', END + SECOND),
    goes: { lifetime: 'confirming', request: { reading: 'asking' } },
    notes: { trigger: 'expiry' },
    raises: ['session.refetch'],
    limits: [['confirmLimit', 4_000]],
  },
  'asks so much later as the answer was under way, when the browser has dropped the cookie, too': {
    given: proceed(reading, ends('readSession', slow)),
    when: rings('lifetime', END - 60 * SECOND),
    goes: { lifetime: 'expiring' },
    starts: [['alarm', { dueAt: END + 4 * SECOND }]],
  },
  'asks so much later as the answer to another tab was under way': {
    given: proceed(idle, otherAnswered(annLonger, { tookMs: 3 * SECOND })),
    when: rings('lifetime', END + DAY - 60 * SECOND),
    goes: { lifetime: 'expiring' },
    starts: [['alarm', { dueAt: END + DAY + 4 * SECOND }]],
  },
  'asks a second after the end when the clock was set back during the answer': {
    given: proceed(reading, ends('readSession', { ...signedIn(), sentAt: THEN + DAY })),
    when: rings('lifetime', END - 60 * SECOND),
    goes: { lifetime: 'expiring' },
    starts: [['alarm', { dueAt: END + SECOND }]],
  },
  'is asked about when an answer comes after the end that was asked for before': {
    given: readingAtEnd,
    when: ends('readSession', { ...signedIn(ann, END + 600), sentAt: END - 900 }),
    goes: { request: 'idle', lifetime: 'expiring' },
    notes: { expiresAt: END, tookMs: 1_500 },
    starts: [['alarm', { dueAt: END + 2_500 }]],
    stops: ['alarm'],
  },
  'is none when an answer names one that was over as it came, and none was known': {
    given: loading,
    when: ends('readSession', { ...signedIn(ann, END + 10), sentAt: END - 10 }),
    goes: { status: 'authenticated', request: 'idle', lifetime: 'open' },
    notes: { data: ann, user: ANN, expiresAt: null, tookMs: 20, cause: expect.anything() },
  },
  'is asked about when another tab, which does not know it, has an answer that was asked for before it': {
    given: expiring,
    when: otherAnswered(ann, { at: END + 600, stamp: END - 900, tookMs: 1_500, expiresAt: null }),
    goes: { lifetime: 'expiring' },
    notes: { expiresAt: END, tookMs: 1_500 },
    starts: [['alarm', { dueAt: END + 2_500 }]],
    stops: ['alarm'],
  },
  'is none when another tab has asked after it, and the server says the same': {
    given: expiring,
    when: otherAnswered(ann, { at: END + 600, stamp: END + 1, tookMs: 500, expiresAt: null }),
    goes: { lifetime: 'open' },
    notes: { expiresAt: null, tookMs: 500 },
    stops: ['alarm'],
  },
  'is not asked about again when the server prolongs the end by nothing after it': {
    given: confirming,
    when: ends('readSession', { ...signedIn(ann, END + 2 * SECOND), sentAt: END + SECOND }),
    goes: { request: 'idle', lifetime: 'open' },
    notes: { expiresAt: null, tookMs: SECOND },
  },
  'has come to its end so much later as the answer was under way': {
    given: slowConfirming,
    when: elapses('confirmLimit'),
    ...ended(END + 8 * SECOND),
    notes: { ...nobody, cause: expired(END + 8 * SECOND), outdated: [expect.anything()] },
  },
  'goes on when the server has extended it': {
    given: confirming,
    when: ends('readSession', signedIn(annLonger, END + 2 * SECOND)),
    goes: { request: 'idle', lifetime: 'running' },
    notes: { expiresAt: END + DAY },
    starts: [['alarm', { dueAt: END + DAY - 60 * SECOND }]],
  },
  'goes on when somebody has extended it before': {
    given: expiring,
    when: provide(annPromoted),
    goes: { request: { reading: 'asking' }, lifetime: 'running' },
    notes: { data: annPromoted, expiresAt: END + DAY, provided: annPromoted, cause: prop, trigger: 'prop' },
    starts: [['alarm', { dueAt: END + DAY - 60 * SECOND }]],
    stops: ['alarm'],
  },
  'has come to its end when the server knows nobody': {
    given: confirming,
    when: ends('readSession', signedOut(END + 2 * SECOND)),
    ...ended(END + 2 * SECOND),
    goes: { status: { unauthenticated: 'known' }, request: 'idle', lifetime: 'open' },
  },
  'has come to its end when the server cannot be asked': {
    given: confirming,
    when: ends('readSession', unknown(END + 2 * SECOND)),
    ...ended(END + 2 * SECOND),
    goes: { status: { unauthenticated: 'known' }, request: { waiting: 'counting' }, lifetime: 'open' },
    notes: {
      ...nobody,
      cause: expired(END + 2 * SECOND),
      failure: dead,
      failures: 1,
      retryAt: END + 3 * SECOND,
      outdated: [expect.anything()],
    },
    emits: [
      { type: 'failed', failure: dead, isFirst: true },
      { type: 'changed', session: null, cause: expired(END + 2 * SECOND) },
    ],
  },
  'has come to its end when the server has not answered in time': {
    given: confirming,
    when: elapses('confirmLimit'),
    ...ended(END + 5 * SECOND),
    notes: { ...nobody, cause: expired(END + 5 * SECOND), outdated: [expect.anything()] },
  },
  'has come to its end at once when nobody can be asked': {
    given: proceed(idleOffline, rings('lifetime', END - 60 * SECOND)),
    when: rings('lifetime', END + SECOND),
    ...ended(END + SECOND),
    notes: { ...nobody, cause: expired(END + SECOND), outdated: [expect.anything()] },
  },
  'has come to its end at once when nobody is to be asked': {
    given: proceed(expiring, configure(unasked, END - 30 * SECOND)),
    when: rings('lifetime', END + SECOND),
    ...ended(END + SECOND),
    notes: { ...nobody, cause: expired(END + SECOND), outdated: [expect.anything()] },
  },
  'ends the polling': {
    given: proceed(polled, rings('lifetime', END - 60 * SECOND)),
    when: rings('lifetime', END + SECOND),
    goes: { status: { unauthenticated: 'known' }, lifetime: 'open', polling: 'off' },
    notes: { ...nobody, cause: expired(END + SECOND), outdated: [expect.anything()], pollDueAt: null },
    emits: [{ type: 'changed', session: null, cause: expired(END + SECOND) }],
  },
  'ends the polling that pauses': {
    given: pausedAtEnd,
    when: rings('lifetime', END + SECOND),
    goes: { status: { unauthenticated: 'known' }, lifetime: 'open', polling: 'off' },
    notes: { ...nobody, cause: expired(END + SECOND), outdated: [expect.anything()], pollDueAt: null },
    emits: [{ type: 'changed', session: null, cause: expired(END + SECOND) }],
  },
  'ends with a sign-out': {
    given: expiring,
    when: provide(null),
    goes: { status: { unauthenticated: 'known' }, request: { reading: 'asking' }, lifetime: 'open' },
    notes: { ...nobody, provided: null, cause: prop, trigger: 'prop' },
    emits: [{ type: 'changed', session: null, cause: prop }],
    stops: ['alarm'],
  },
  'knows no end of a session that is past when it arrives': {
    given: reading,
    when: ends('readSession', signedIn(past)),
    goes: { request: 'idle', lifetime: 'open' },
    notes: {
      data: past,
      expiresAt: null,
      cause: { type: 'server', at: THEN, trigger: 'focus', httpStatus: 200 },
    },
    stops: ['alarm'],
  },
  'knows the end by the clock of the server': {
    given: reading,
    when: ends('readSession', heardAt(3_600_000, 3_601_000)),
    goes: { request: 'idle', lifetime: 'running' },
    notes: { expiresAt: END - 3_600_000, clockOffsetMs: 3_600_000 },
    starts: [['alarm', { dueAt: END - 3_660_000 }]],
    stops: ['alarm'],
  },
  'takes an end that may be late rather than one that may be early': {
    given: reading,
    when: ends('readSession', heardAt(-3_601_000, -3_600_000)),
    goes: { request: 'idle', lifetime: 'running' },
    notes: { expiresAt: END + 3_601_000, clockOffsetMs: -3_601_000 },
    starts: [['alarm', { dueAt: END + 3_541_000 }]],
    stops: ['alarm'],
  },
  'believes its own clock as far as the server does not contradict it': {
    given: reading,
    when: ends('readSession', heardAt(-300, 800)),
    goes: { request: 'idle', lifetime: 'running' },
    starts: [['alarm', { dueAt: END - 60 * SECOND }]],
    stops: ['alarm'],
  },
  'believes its own clock as far as the server does just not contradict it': {
    given: reading,
    when: ends('readSession', heardAt(-300, 0)),
    goes: { request: 'idle', lifetime: 'running' },
    starts: [['alarm', { dueAt: END - 60 * SECOND }]],
    stops: ['alarm'],
  },
  'goes on without an end when its alarm is broken': {
    given: idle,
    when: throws('alarm', fault, 'lifetime'),
    goes: { lifetime: 'open' },
    emits: [faulted],
  },
  'goes on without an end when the last alarm is broken': {
    given: expiring,
    when: throws('alarm', fault, 'lifetime'),
    goes: { lifetime: 'open' },
    emits: [faulted],
  },
  'takes no note of a failure before its end': {
    given: proceed(reading, rings('lifetime', END - 60 * SECOND)),
    when: ends('readSession', unknown()),
    goes: { request: { waiting: 'counting' }, lifetime: 'expiring' },
    notes: { failure: dead, failures: 1, retryAt: THEN + SECOND },
    emits: [{ type: 'failed', failure: dead, isFirst: true }],
  },
  'cannot be asked about while polling pauses': {
    given: proceed(idle, fact('network.lost')),
    when: rings('lifetime', END - 60 * SECOND),
    goes: { lifetime: 'expiring' },
    starts: [['alarm', { dueAt: END + SECOND }]],
  },
}
