import type { SessionMemory } from 'sessionchart/machines'
import { proceed } from '../chart'
import { call, ends, fact, provide, signIn, update } from '../events'
import {
  ann,
  NOW,
  POLL,
  polling,
  type SessionSnapshot,
  seed,
  signedIn,
  signedOut,
  THEN,
  unknown,
} from '../fixtures'
import {
  idle,
  loading,
  reading,
  signingIn,
  unreachable,
  updating,
  waiting,
  waitingOffline,
} from '../situations'
import type { StartRow } from './start'

/** What the client keeps between two lives of the chart, as it would come out of a storage. */
function remember({ context }: SessionSnapshot): SessionMemory {
  const kept = Object.keys(seed()) as Array<keyof SessionMemory>
  const memory = Object.fromEntries(kept.map((key) => [key, context[key]]))
  return JSON.parse(JSON.stringify(memory))
}

const signedInIdle = { status: 'authenticated', request: 'idle' }
const reads: [string, unknown] = ['readSession', { trigger: 'mount' }]

export const startRows: Record<string, StartRow> = {
  'reads when the app brings nothing': {
    given: {},
    is: { status: 'loading', request: { reading: 'asking' } },
    starts: [reads],
  },
  'asks nothing when the app brings a session': {
    given: { session: ann },
    is: signedInIdle,
    notes: { sent: { epoch: 0, stamp: 0 } },
  },
  'asks nothing when the app says that nobody is signed in': {
    given: { session: null },
    is: { status: { unauthenticated: 'known' }, request: 'idle' },
  },
  'polls when an interval is set': {
    given: { session: ann, settings: polling },
    is: { ...signedInIdle, polling: 'waiting' },
    notes: { pollDueAt: NOW + POLL },
    starts: [['alarm', { dueAt: NOW + POLL }]],
  },
  'does not poll when nobody is signed in': {
    given: { session: null, settings: polling },
    is: { status: { unauthenticated: 'known' }, request: 'idle' },
  },

  'goes on loading after a stop': {
    given: { memory: remember(loading) },
    is: { status: 'loading', request: { reading: 'asking' } },
    starts: [reads],
  },
  'goes on signed in after a stop': { given: { memory: remember(idle) }, is: signedInIdle },
  'goes on signed out after a stop': {
    given: { memory: remember(proceed(loading, ends('readSession', signedOut()))) },
    is: { status: { unauthenticated: 'known' }, request: 'idle' },
  },
  'keeps what it has found out after a stop': {
    given: { memory: remember(proceed(loading, ends('readSession', signedIn()))) },
    is: signedInIdle,
  },
  'keeps what is outdated after a stop': {
    given: {
      memory: remember(
        proceed(signingIn, ends('signIn', { type: 'answered', answer: signedIn() }), provide(ann)),
      ),
    },
    is: signedInIdle,
  },
  'goes on trying an unreachable server after a stop': {
    given: { memory: remember(unreachable), at: THEN },
    is: { status: { unauthenticated: 'unreachable' }, request: { waiting: 'counting' } },
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
  },
  'goes on backing off after a stop': {
    given: { memory: remember(waiting), at: THEN },
    is: { status: 'authenticated', request: { waiting: 'counting' } },
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
  },
  'tries no later than after the longest pause when the clock was set back meanwhile': {
    given: { memory: remember(waiting), at: NOW },
    is: { status: 'authenticated', request: { waiting: 'counting' } },
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
  },
  'goes on trying after a stop although the app has said meanwhile who is signed in': {
    given: { memory: remember(proceed(unreachable, provide(ann))), at: THEN },
    is: { status: 'authenticated', request: { waiting: 'counting' } },
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
    notes: { wish: 'prop' },
  },
  'does not take the tab for offline because it was so before a stop': {
    given: { memory: remember(waitingOffline), at: THEN },
    is: { status: 'authenticated', request: { waiting: 'counting' } },
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
  },
  'drops a read that was out': { given: { memory: remember(reading) }, is: signedInIdle },
  'reads for a reason of which nothing has come before a stop': {
    given: { memory: { ...remember(idle), wish: 'prop' } },
    is: { status: 'authenticated', request: { reading: 'asking' } },
    starts: [['readSession', { trigger: 'prop' }]],
    notes: { trigger: 'prop' },
  },
  'reads for a poll that was given up': {
    given: { memory: { ...remember(idle), wish: 'poll' } },
    is: { status: 'authenticated', request: { reading: 'asking' } },
    starts: [['readSession', { trigger: 'restored' }]],
    notes: { trigger: 'restored' },
  },
  'reads for an update that was given up': {
    given: { memory: { ...remember(idle), wish: 'update' } },
    is: { status: 'authenticated', request: { reading: 'asking' } },
    starts: [['readSession', { trigger: 'restored' }]],
    notes: { trigger: 'restored' },
  },
  'reads once when its first read was given up': {
    given: { memory: { ...remember(loading), wish: 'mount' } },
    is: { status: 'loading', request: { reading: 'asking' } },
    starts: [['readSession', { trigger: 'mount' }]],
  },
  'waits for the next try when one was given up': {
    given: { memory: { ...remember(waiting), wish: 'retry' }, at: THEN },
    is: { status: 'authenticated', request: { waiting: 'counting' } },
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
  },
  'drops the updates and calls that waited': {
    given: { memory: remember(proceed(updating, update('u2'), call('r1'))) },
    is: signedInIdle,
  },
  'drops a sign-in that ran': { given: { memory: remember(signingIn) }, is: signedInIdle },
  'goes on after a first read that failed and a sign-in that ran': {
    given: { memory: remember(proceed(loading, ends('readSession', unknown()), signIn('s1'))), at: THEN },
    is: { status: { unauthenticated: 'unreachable' }, request: { waiting: 'counting' } },
    starts: [['alarm', { dueAt: THEN + 1_000, withinMs: 1_000 }]],
  },
  'polls anew after a stop': {
    given: { memory: remember(proceed(idle, fact('network.lost'))), settings: polling },
    is: { ...signedInIdle, polling: 'waiting' },
    notes: { pollDueAt: NOW + POLL },
    starts: [['alarm', { dueAt: NOW + POLL }]],
  },
}
