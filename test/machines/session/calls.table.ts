import { expect } from 'vitest'
import { proceed } from '../chart'
import { call, ends, fact, refetch, signIn, throws, update } from '../events'
import { dead, fault, faultFailure, LATER, signedIn, THEN, unknown } from '../fixtures'
import { idle, readingForMany, readingForMore } from '../situations'
import type { Table } from '../table'

const settled = (ids: string[], failure: unknown = null) => ({ type: 'settled', ids, failure })
const many = readingForMany.context.readers
const readsForThem: { starts: Array<[string, unknown]> } = { starts: [['readSession', { trigger: 'call' }]] }
const operation = { kind: 'sign-in', id: 's1', at: LATER, provider: 'credentials', redirect: 'never' }

/** So many calls that none of them would get an answer if each began the read anew. */
export const callsRows: Table = {
  'begin the read anew as long as there are few': {
    given: proceed(idle, ...many.slice(1).map((id) => call(id))),
    when: call('m9'),
    notes: { readers: [...many.slice(1), 'm9'] },
    ...readsForThem,
    stops: ['readSession'],
  },
  'wait for the next read when there are many': {
    given: readingForMany,
    when: call('m9'),
    notes: { later: ['m9'] },
    raises: [],
  },
  'wait for the next read in their order': {
    given: readingForMore,
    when: call('m10'),
    notes: { later: ['m9', 'm10'] },
  },
  'do not keep another tab from beginning the read anew': {
    given: readingForMore,
    when: fact('otherTab.signedOut'),
    notes: { trigger: 'other-tab-sign-out' },
    starts: [['readSession', { trigger: 'other-tab-sign-out' }]],
    stops: ['readSession'],
  },
  'take no reason of another kind for a call': { given: readingForMany, when: refetch('focus') },
  'have their next read when this one is answered': {
    given: readingForMore,
    when: ends('readSession', signedIn()),
    notes: { readers: ['m9'], later: [] },
    emits: [settled(many)],
    ...readsForThem,
  },
  'have their next read although this one has failed': {
    given: readingForMore,
    when: ends('readSession', unknown()),
    notes: { readers: ['m9'], later: [], failure: dead, failures: 1, retryAt: THEN + 1_000 },
    emits: [settled(many, dead), { type: 'failed', failure: dead, isFirst: true }],
    ...readsForThem,
  },
  'have their next read although the effect of this one is broken': {
    given: readingForMore,
    when: throws('readSession', fault),
    notes: {
      readers: ['m9'],
      later: [],
      trigger: 'call',
      failure: faultFailure,
      failures: 1,
      retryAt: expect.any(Number),
    },
    emits: [
      settled(many, faultFailure),
      { type: 'faulted', effect: expect.any(String), error: fault },
      { type: 'failed', failure: faultFailure, isFirst: true },
    ],
    ...readsForThem,
  },
  'are all kept when an update aborts their read': {
    given: readingForMore,
    when: update('u1'),
    goes: { request: { updating: 'asking' } },
    notes: { updates: ['u1'], trigger: 'update' },
    starts: [['updateSession', { id: 'u1' }]],
    stops: ['readSession'],
  },
  'are all kept when a sign-in aborts their read': {
    given: readingForMore,
    when: signIn('s1'),
    goes: { request: { lent: 'granted' }, operation: { signingIn: 'asking' } },
    notes: { operation },
    starts: [['signIn', operation]],
    stops: ['readSession'],
  },
}
