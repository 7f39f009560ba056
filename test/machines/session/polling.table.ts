import { proceed } from '../chart'
import { configure, ends, fact, rings, signIn, update } from '../events'
import {
  ANN,
  ann,
  BOB,
  bob,
  END,
  LATER,
  NOW,
  POLL,
  polling,
  pollingOnline,
  settings,
  signedIn,
  signedOut,
  start,
  THEN,
} from '../fixtures'
import { idle, pollingPaused, pollingWaiting } from '../situations'
import type { Table } from '../table'

const due = NOW + POLL
const alarm = (dueAt: number): [string, unknown] => ['alarm', { dueAt }]
const poll: [string, unknown] = ['readSession', { trigger: 'poll' }]
const focusRead = [{ type: 'session.refetch', at: LATER, trigger: 'focus' }]
const nobody = { data: null, user: null, expiresAt: null }
const cause = (trigger: string) => ({ type: 'server', at: THEN, trigger, httpStatus: 200 })
const pollingOffline = proceed(pollingWaiting, fact('network.lost'))
const polled = proceed(pollingWaiting, rings('polling', due), ends('readSession', signedIn()))
const onlyOnline = start({ session: ann, settings: pollingOnline }).snapshot

/** When the server is polled. */
export const pollingRows: Table = {
  'asks when the poll falls due, and waits for the next one': {
    given: pollingWaiting,
    when: rings('polling', due),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'poll', pollDueAt: due + POLL },
    starts: [alarm(due + POLL), poll],
    raises: ['session.refetch'],
  },
  'keeps to its grid when a poll comes late': {
    given: pollingWaiting,
    when: rings('polling', due + 3_000),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'poll', pollDueAt: due + POLL },
    starts: [alarm(due + POLL), poll],
  },
  'leaves its grid when more than an interval was missed': {
    given: pollingWaiting,
    when: rings('polling', due + 5 * POLL + 1),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'poll', pollDueAt: due + 6 * POLL + 1 },
    starts: [alarm(due + 6 * POLL + 1), poll],
  },
  'leaves its grid when exactly an interval was missed': {
    given: pollingWaiting,
    when: rings('polling', due + POLL),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'poll', pollDueAt: due + 2 * POLL },
    starts: [alarm(due + 2 * POLL), poll],
  },
  'does not put the poll off for an answer': {
    given: proceed(pollingWaiting, ...focusRead),
    when: ends('readSession', signedIn(bob)),
    goes: { request: 'idle' },
    notes: { data: bob, user: BOB, cause: { ...cause('focus'), type: 'user-changed' } },
    emits: [{ type: 'changed', session: bob, cause: { ...cause('focus'), type: 'user-changed' } }],
  },
  'skips a poll while a read is out': {
    given: proceed(pollingWaiting, ...focusRead),
    when: rings('polling', due),
    notes: { pollDueAt: due + POLL },
    starts: [alarm(due + POLL)],
  },
  'skips a poll while an update is out': {
    given: proceed(pollingWaiting, update('u1')),
    when: rings('polling', due),
    notes: { pollDueAt: due + POLL },
    starts: [alarm(due + POLL)],
  },
  'skips a poll while somebody signs in': {
    given: proceed(pollingWaiting, signIn('s1')),
    when: rings('polling', due),
    notes: { pollDueAt: due + POLL },
    starts: [alarm(due + POLL)],
  },
  'polls although the browser says that it is offline': {
    given: pollingOffline,
    when: rings('polling', due),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'poll', pollDueAt: due + POLL },
    starts: [alarm(due + POLL), poll],
  },
  'goes on when the network is lost': {
    given: pollingWaiting,
    when: fact('network.lost'),
    goes: { network: 'offline' },
    notes: { online: false },
  },
  'pauses when the network is lost, and keeps its time': {
    given: onlyOnline,
    when: fact('network.lost'),
    goes: { polling: 'paused', network: 'offline' },
    notes: { online: false },
    stops: ['alarm'],
  },
  'goes on when the network is back, with the time that it had': {
    given: pollingPaused,
    when: fact('network.restored'),
    goes: { polling: 'waiting', network: 'online', request: { reading: 'asking' } },
    notes: { online: true, trigger: 'reconnect' },
    starts: [alarm(due), ['readSession', { trigger: 'reconnect' }]],
  },
  'makes up for a poll that fell due offline': {
    given: proceed(pollingPaused, fact('network.restored', due + 1), ends('readSession', signedIn())),
    when: rings('polling', due + 2),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'poll', pollDueAt: due + POLL },
    starts: [alarm(due + POLL), poll],
  },
  'stops when nobody is signed in any more': {
    given: proceed(pollingWaiting, ...focusRead),
    when: ends('readSession', signedOut()),
    goes: { status: { unauthenticated: 'known' }, request: 'idle', polling: 'off' },
    notes: { ...nobody, cause: cause('focus'), pollDueAt: null },
    emits: [{ type: 'changed', session: null, cause: cause('focus') }],
    stops: ['alarm'],
  },
  'stops while paused when nobody is signed in any more': {
    given: proceed(pollingPaused, { type: 'session.refetch', at: LATER, trigger: 'call' }),
    when: ends('readSession', signedOut()),
    goes: { status: { unauthenticated: 'known' }, request: 'idle', polling: 'off' },
    notes: { ...nobody, cause: cause('call'), pollDueAt: null },
    emits: [{ type: 'changed', session: null, cause: cause('call') }],
  },
  'goes on pausing when somebody is still signed in': {
    given: proceed(pollingPaused, { type: 'session.refetch', at: LATER, trigger: 'call' }),
    when: ends('readSession', signedIn()),
    goes: { request: 'idle' },
  },
  'begins when somebody is signed in': {
    given: start({ settings: polling }).snapshot,
    when: ends('readSession', signedIn()),
    goes: { status: 'authenticated', request: 'idle', polling: 'waiting' },
    notes: { data: ann, user: ANN, expiresAt: END, cause: cause('mount'), pollDueAt: THEN + POLL },
    starts: [alarm(THEN + POLL)],
  },
  'does not begin when nobody is signed in': {
    given: start({ settings: polling }).snapshot,
    when: ends('readSession', signedOut()),
    goes: { status: { unauthenticated: 'known' }, request: 'idle' },
    notes: { data: null, cause: cause('mount') },
  },
  'pauses at once when somebody is signed in offline': {
    given: proceed(start({ settings: pollingOnline }).snapshot, fact('network.lost')),
    when: ends('readSession', signedIn()),
    goes: { status: 'authenticated', request: 'idle', polling: 'paused' },
    notes: { data: ann, user: ANN, expiresAt: END, cause: cause('mount') },
  },

  'begins when an interval is set': {
    given: idle,
    when: configure(polling),
    goes: { polling: 'waiting' },
    notes: { settings: polling, pollDueAt: LATER + POLL },
    starts: [alarm(LATER + POLL)],
  },
  'stops when the interval is taken away': {
    given: pollingWaiting,
    when: configure(settings),
    goes: { polling: 'off' },
    notes: { settings, pollDueAt: null },
    stops: ['alarm'],
  },
  'starts anew with another interval': {
    given: pollingWaiting,
    when: configure({ ...polling, refetchIntervalMs: 2 * POLL }),
    notes: { settings: { ...polling, refetchIntervalMs: 2 * POLL }, pollDueAt: LATER + 2 * POLL },
    starts: [alarm(LATER + 2 * POLL)],
    stops: ['alarm'],
  },
  'keeps its time when another setting changes': {
    given: pollingWaiting,
    when: configure({ ...polling, refetchOnWindowFocus: false }),
    notes: { settings: { ...polling, refetchOnWindowFocus: false } },
    starts: [alarm(due)],
    stops: ['alarm'],
  },
  'pauses when it is told not to poll offline': {
    given: pollingOffline,
    when: configure(pollingOnline),
    goes: { polling: 'paused' },
    notes: { settings: pollingOnline },
    stops: ['alarm'],
  },
  'goes on when it is told to poll offline': {
    given: pollingPaused,
    when: configure(polling),
    goes: { polling: 'waiting' },
    notes: { settings: polling },
    starts: [alarm(due)],
  },
  'stays off with another setting and no interval': {
    given: idle,
    when: configure({ ...settings, refetchOnWindowFocus: false }),
    notes: { settings: { ...settings, refetchOnWindowFocus: false } },
  },
  'goes on from a poll that was answered': {
    given: polled,
    when: rings('polling', due + POLL),
    goes: { request: { reading: 'asking' } },
    notes: { trigger: 'poll', pollDueAt: due + 2 * POLL },
    starts: [alarm(due + 2 * POLL), poll],
  },
}
