import { describe, expect, test } from 'vitest'
import { type AnswerTrigger, causeOf, type Finding } from '../../machines/session-cause'

const at = 1
const httpStatus = 200
const before: Finding['was'][] = ['signed-in', 'signed-out', 'unknown']
const after: Finding['is'][] = ['signed-in', 'signed-out']

const cause = (trigger: AnswerTrigger, found: Partial<Finding> = {}) =>
  causeOf({
    at,
    trigger,
    httpStatus,
    tabId: undefined,
    was: 'signed-out',
    is: 'signed-in',
    userChanged: false,
    endedAt: null,
    ...found,
  })
const server = (trigger: AnswerTrigger) => ({ type: 'server', at, trigger, httpStatus })

const reads: AnswerTrigger[] = [
  'mount',
  'poll',
  'focus',
  'reconnect',
  'restored',
  'stayed',
  'expiry',
  'prop',
  'call',
  'retry',
]
const tabs: AnswerTrigger[] = ['other-tab', 'other-tab-sign-out', 'other-tab-silent']

describe.each([...reads, 'update' as const])('an answer to %s', (trigger) => {
  test('names the server and the reason, whatever was before and is after', () => {
    for (const was of before) {
      for (const is of after) expect(cause(trigger, { was, is })).toEqual(server(trigger))
    }
  })
})

describe.each(tabs)('an answer to %s', (trigger) => {
  test('names the other tab when it changes who is signed in, if that tab has said so', () => {
    expect(cause(trigger, { was: 'signed-out', is: 'signed-in' })).toEqual({
      type: 'signed-in-in-other-tab',
      at,
      httpStatus,
    })
    expect(cause(trigger, { was: 'signed-in', is: 'signed-out' })).toEqual(
      trigger === 'other-tab' ? server(trigger) : { type: 'signed-out-in-other-tab', at, httpStatus },
    )
  })

  test('names the server when it changes nothing, or nothing was known', () => {
    expect(cause(trigger, { was: 'signed-in', is: 'signed-in' })).toEqual(server(trigger))
    expect(cause(trigger, { was: 'signed-out', is: 'signed-out' })).toEqual(server(trigger))
    expect(cause(trigger, { was: 'unknown', is: 'signed-in' })).toEqual(server(trigger))
    expect(cause(trigger, { was: 'unknown', is: 'signed-out' })).toEqual(server(trigger))
  })
})

describe.each([...reads, ...tabs])('another user found by %s', (trigger) => {
  test('has a cause of its own', () => {
    expect(cause(trigger, { was: 'signed-in', userChanged: true })).toEqual({
      ...server(trigger),
      type: 'user-changed',
    })
  })
})

describe('nobody, found when the session had to end', () => {
  test.each([...reads, ...tabs])('is the end, whatever the reason to look was (%s)', (trigger) => {
    const found = cause(trigger, { was: 'signed-in', is: 'signed-out', endedAt: 0 })
    expect(found).toEqual({ type: 'expired', at, expiresAt: 0 })
  })

  test('is a sign-out when it was one', () => {
    const found = cause('sign-out', { was: 'signed-in', is: 'signed-out', endedAt: 0 })
    expect(found).toMatchObject({ type: 'signed-out' })
  })
})

describe('what the app itself has done', () => {
  test('keeps its own cause when the user is another one', () => {
    const changed = { was: 'signed-in', userChanged: true } as const
    expect(cause('sign-in', changed)).toEqual({ type: 'signed-in', at, httpStatus })
    expect(cause('update', changed)).toEqual(server('update'))
  })

  test('is no end when somebody is signed in after it', () => {
    expect(cause('expiry', { was: 'signed-in', endedAt: at })).toEqual(server('expiry'))
  })

  test('says nothing of what is not known', () => {
    expect(Object.keys(cause('poll', { httpStatus: undefined }))).toEqual(['type', 'trigger', 'at'])
  })

  test('is a sign-in when somebody is signed in after it', () => {
    for (const was of before) {
      expect(cause('sign-in', { was })).toEqual({ type: 'signed-in', at, httpStatus })
    }
  })

  test('is no sign-in when the server knows nobody after it', () => {
    for (const was of before) {
      expect(cause('sign-in', { was, is: 'signed-out' })).toEqual(server('sign-in'))
    }
  })

  test('is a sign-out', () => {
    for (const was of before) {
      expect(cause('sign-out', { was, is: 'signed-out', httpStatus: undefined })).toEqual({
        type: 'signed-out',
        at,
      })
    }
  })
})

describe('the session prop', () => {
  test('is the cause of what the app shows by it, whoever that is', () => {
    for (const was of before) {
      for (const is of after) {
        for (const userChanged of [false, true]) {
          const found = cause('app', { was, is, userChanged, httpStatus: undefined })
          expect(found).toEqual({ type: 'prop', at })
        }
      }
    }
  })
})
