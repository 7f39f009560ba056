import { ends, throws } from '../events'
import { dead, fault, faultFailure, NOW, THEN } from '../fixtures'
import type { Table } from '../table'
import { accepted, csrf, csrfRejected, posting, postingAgain, startWith } from './situations'

const id = { id: 's1' }
const failed = (failure: object) => ({
  goes: 'failed',
  notes: { outcome: { type: 'failed', failure } },
  ends: true as const,
})
const signedOut = {
  goes: 'signedOut',
  notes: { outcome: { type: 'signed-out', at: THEN, sentAt: NOW, epoch: 7 } },
  ends: true as const,
}
const redirected = { goes: 'redirected', notes: { outcome: { type: 'redirect' } }, ends: true as const }

const csrfRows: Table = {
  'is there': {
    given: startWith('never'),
    when: ends('readCsrfToken'),
    goes: 'posting',
    starts: [['postSignOut', id]],
  },
  'cannot be had': {
    given: startWith('always'),
    when: throws('readCsrfToken', fault),
    ...failed(faultFailure),
  },
  'is rejected, and asked for once more': {
    given: posting('always'),
    when: csrfRejected,
    goes: 'readingCsrf',
    notes: { attempts: 1 },
    starts: [['readCsrfToken', id]],
  },
  'is rejected twice': { given: postingAgain(), when: csrfRejected, ...failed(csrf) },
  'is rejected twice, and nobody is sent anywhere': {
    given: postingAgain('always'),
    when: csrfRejected,
    ...failed(csrf),
  },
  'is accepted the second time': { given: postingAgain(), when: accepted, ...signedOut },
}

const postRows: Table = {
  'is accepted': { given: posting(), when: accepted, ...signedOut },
  'is accepted, and the browser is to go on': { given: posting('always'), when: accepted, ...redirected },
  'is accepted, and the browser stays, in the way of v4': {
    given: posting('oauth'),
    when: accepted,
    ...signedOut,
  },
  'is refused': {
    given: posting('always'),
    when: ends('postSignOut', { type: 'refused', failure: dead }),
    ...failed(dead),
  },
  'cannot be sent': { given: posting(), when: throws('postSignOut', fault), ...failed(faultFailure) },
}

/** What the chart of a sign-out does, by what it is about. */
export const signOutTables: Record<string, Table> = {
  'the csrf token': csrfRows,
  'the post': postRows,
}
