import { type OperationInput, signOutMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { testThatAllIsTried } from './all-is-tried'
import { begin, proceed, take } from './chart'
import { ends, throws } from './events'
import { dead, fault, faultFailure, NOW, THEN } from './fixtures'
import { runTable } from './table'

const startWith = (redirect: OperationInput['redirect']) =>
  begin(signOutMachine, { id: 's1', redirect }).snapshot
const csrf = { code: 'csrf', message: 'The csrf token was rejected.' } as const
const accepted = ends('postSignOut', { type: 'accepted', at: THEN, sentAt: NOW, epoch: 7 })
const csrfRejected = ends('postSignOut', { type: 'csrf-rejected', failure: csrf })
const posting = (redirect: OperationInput['redirect'] = 'never') =>
  proceed(startWith(redirect), ends('readCsrfToken'))
const postingAgain = (redirect: OperationInput['redirect'] = 'never') =>
  proceed(posting(redirect), csrfRejected, ends('readCsrfToken'))

const id = { id: 's1' }
const failed = (failure: object) => ({ goes: 'failed', notes: { outcome: { type: 'failed', failure } } })
const signedOut = {
  goes: 'signedOut',
  notes: { outcome: { type: 'signed-out', at: THEN, sentAt: NOW, epoch: 7 } },
}
const redirected = { goes: 'redirected', notes: { outcome: { type: 'redirect' } } }

test('it begins with the csrf token', () => {
  const { snapshot, started } = begin(signOutMachine, { id: 's1', redirect: 'never' })
  expect(snapshot.value).toBe('readingCsrf')
  expect(started).toEqual([['readCsrfToken', id]])
})

describe('the csrf token', () => {
  runTable({
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
  })
})

describe('the post', () => {
  runTable({
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
  })
})

test('every end gives the outcome', () => {
  const ended = [
    take(posting(), accepted),
    take(posting('always'), accepted),
    take(postingAgain(), csrfRejected),
  ]
  for (const { snapshot } of ended) {
    expect(snapshot.status).toBe('done')
    expect(snapshot.output).toEqual(snapshot.context.outcome)
  }
})

testThatAllIsTried(signOutMachine)
