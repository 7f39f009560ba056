import { SessionOptionError } from 'sessionchart'
import { type SessionEvent, type SessionFailure, sessionMachine } from 'sessionchart/machines'
import { sessionEvents } from 'sessionchart/testing'
import { describe, expect, test, vi } from 'vitest'
import { transition } from 'xstate'
import { nodesOf, transitionsOf } from '../../src/testing/coverage/machine-transitions'
import { takeWithTabs } from '../machines/chart'
import { refetch } from '../machines/events'
import {
  ANN,
  ann,
  annLonger,
  BOB,
  bob,
  dead,
  END,
  type SessionSnapshot,
  settings,
  THEN,
} from '../machines/fixtures'
import * as when from '../machines/situations'

const { read, update: updating, navigate, turn, elapsed, threw } = sessionEvents
const at = THEN
/** Without a cast: that is what the constructors are for. */
const next = (given: SessionSnapshot, event: SessionEvent) => transition(sessionMachine, given, event)[0]
/** The chart as it waits for its turn among the tabs. */
const queued = takeWithTabs(when.idle, refetch('focus')).snapshot

describe('a read', () => {
  test('is answered with a session', () => {
    const { value, context } = next(when.loading, read.answered(bob, { at }))
    expect(value).toMatchObject({ status: 'authenticated', request: 'idle' })
    expect(context).toMatchObject({ data: bob, user: BOB, answeredAt: at, cause: { type: 'server', at } })
  })

  test('is answered with nobody', () => {
    const { value } = next(when.reading, read.answered(null, { at }))
    expect(value).toMatchObject({ status: { unauthenticated: 'known' } })
  })

  test('fails', () => {
    const { value, context } = next(when.reading, read.failed('network', { at, jitter: 1 }))
    expect(value).toMatchObject({ status: 'authenticated', request: { waiting: 'counting' } })
    expect(context).toMatchObject({ failure: { code: 'network' }, retryAt: at + 1_000 })
  })

  test('fails with all that there is to say of it, and is tried again after the shorter pause', () => {
    const failure: SessionFailure = { code: 'http', message: 'Busy.', status: 503 }
    const { context } = next(when.reading, read.failed(failure, { at }))
    expect(context).toMatchObject({ failure, retryAt: at + 500 })
  })

  test('is out of date when another tab has signed in meanwhile', () => {
    const { value } = next(when.reading, read.answered(ann, { at, epoch: 9 }))
    expect(value).toMatchObject({ request: { reading: 'queued' } })
  })

  test('is out of date when it took too long', () => {
    const sentAt = at - settings.requestTimeoutMs - 1
    expect(next(when.reading, read.answered(ann, { at, sentAt })).value).toMatchObject({
      request: { reading: 'queued' },
    })
  })
})

test.each<[string, object, string | null]>([
  ['by the id', { user: { id: 7, email: ANN } }, '7'],
  ['by the address', { user: { email: ANN } }, ANN],
  ['not at all', { user: { name: 'Ann' } }, null],
  ['not at all without one', { expires: '1' }, null],
])('a user is named %s', (_, session, user) => {
  expect(next(when.loading, read.answered({ ...session }, { at })).context.user).toBe(user)
})

test('a user is named as the test says', () => {
  expect(next(when.loading, read.answered(ann, { at, user: 'a' })).context.user).toBe('a')
})

test('it is now, and the status 200, unless the test says otherwise', () => {
  vi.useFakeTimers({ now: at })
  expect(read.answered(ann)).toMatchObject({ output: { at, httpStatus: 200 } })
  vi.useRealTimers()
})

test('what else is said of an answer goes with it', () => {
  const facts = { at, httpStatus: 401, clock: { min: -1, max: 1 }, sentAt: at - 1, epoch: 2 }
  expect(read.answered(null, facts)).toMatchObject({ output: { type: 'signed-out', ...facts } })
})

describe('an update', () => {
  test('is answered', () => {
    const { value, context } = next(when.updating, updating.answered(annLonger, { at }))
    expect(value).toMatchObject({ request: 'idle' })
    expect(context).toMatchObject({ updates: [], expiresAt: Date.parse(String(annLonger.expires)) })
  })

  test('fails', () => {
    const { context } = next(when.updating, updating.failed('timeout', { at }))
    expect(context).toMatchObject({ updates: [], failure: { code: 'timeout' }, data: ann })
  })
})

describe('a sign-in', () => {
  const outcome = (event: SessionEvent) => next(when.signingIn, event)
  const { answered, unread, redirected, failed, stranded } = sessionEvents.signIn

  test('is answered with the session that it has made', () => {
    const { value, context } = outcome(answered(bob, { at }))
    expect(value).toMatchObject({ operation: 'idle', status: 'authenticated' })
    expect(context).toMatchObject({ user: BOB, cause: { type: 'signed-in' } })
  })

  test('is accepted, but its session cannot be read', () => {
    const { value, context } = outcome(unread('network', { at }))
    expect(value).toMatchObject({ operation: 'idle', request: { waiting: 'counting' } })
    expect(context.failure).toMatchObject({ code: 'network' })
  })

  test('leads elsewhere', () => {
    expect(outcome(redirected()).value).toMatchObject({ operation: { leaving: 'departing' } })
    expect(redirected()).toMatchObject({ output: { because: 'answer' } })
    expect(redirected('failure')).toMatchObject({ output: { because: 'failure' } })
  })

  test('comes to nothing', () => {
    const { value, context } = outcome(failed('credentials'))
    expect(value).toMatchObject({ operation: 'idle' })
    expect(context.user).toBe(ANN)
    expect(failed(dead)).toMatchObject({ output: { type: 'failed', failure: dead } })
    expect(outcome(stranded()).value).toMatchObject({ operation: 'idle' })
    expect(stranded()).toMatchObject({ output: { type: 'stranded' } })
  })
})

describe('a sign-out', () => {
  const outcome = (event: SessionEvent) => next(when.signingOut, event)
  const { answered, redirected, failed } = sessionEvents.signOut

  test('is done', () => {
    expect(outcome(answered({ at })).value).toMatchObject({ status: { unauthenticated: 'known' } })
  })

  test('is done, but out of date', () => {
    const epoch = when.signingOut.context.sent.epoch + 1
    expect(outcome(answered({ at, epoch })).value).toMatchObject({ status: 'authenticated' })
  })

  test('leads elsewhere', () => {
    expect(outcome(redirected()).value).toMatchObject({ operation: { leaving: 'departing' } })
  })

  test('comes to nothing', () => {
    expect(outcome(failed('network')).value).toMatchObject({ operation: 'idle', status: 'authenticated' })
  })
})

test('a page is left', () => {
  expect(next(when.departing, navigate.departed()).value).toMatchObject({
    operation: { leaving: 'departed' },
  })
})

test('the turn comes, and is lost', () => {
  const granted = next(queued, turn.came({ at, epoch: 5 }))
  expect(queued.value).toMatchObject({ request: { reading: 'queued' } })
  expect(granted.value).toMatchObject({ request: { reading: 'asking' } })
  expect(granted.context.sent.epoch).toBe(5)
  expect(next(granted, turn.lost({ at })).value).toMatchObject({ request: { reading: 'queued' } })
})

test.each<[string, SessionSnapshot, SessionEvent, object]>([
  ['poll', when.pollingWaiting, elapsed('poll', { at }), { request: { reading: 'queued' } }],
  ['retry', when.waiting, elapsed('retry', { at }), { request: { reading: 'queued' } }],
  [
    'refetch limit',
    when.resting,
    elapsed('refetchLimit', { at: at + 9_000 }),
    { request: { reading: 'queued' } },
  ],
  ['warning', when.idle, elapsed('expiryWarning', { at: END - 60_000 }), { lifetime: 'expiring' }],
  ['end', when.expiring, elapsed('expiry', { at: END + 1_000 }), { lifetime: 'confirming' }],
  ['limit of the confirmation', when.confirming, elapsed('confirmLimit'), { lifetime: 'open' }],
  ['minute offline', when.waitingOffline, elapsed('offlineRetry'), { request: { reading: 'queued' } }],
  ['limit of a page that was left', when.suspended, elapsed('awayLimit'), { request: { reading: 'queued' } }],
  ['limit of leaving', when.departed, elapsed('leaveLimit'), { operation: 'idle' }],
])('the %s is over', (_, given, event, becomes) => {
  expect(given.can(event)).toBe(true)
  expect(next(given, event).value).toMatchObject(becomes)
})

test('an alarm says when it has rung', () => {
  expect(elapsed('poll', { at })).toMatchObject({ output: { at } })
})

test('an effect throws', () => {
  const { value, context } = next(when.reading, threw('readSession', new TypeError('Broken.')))
  expect(value).toMatchObject({ request: { waiting: 'paused' } })
  expect(context.failure).toMatchObject({ message: 'Broken.' })
  expect(next(when.pollingWaiting, threw('poll', 'broken')).value).toMatchObject({ polling: 'off' })
})

test('the chart waits for nothing that has no name', () => {
  const names = {
    effect: namesIn(() => threw('none' as 'poll', 0)),
    wait: namesIn(() => elapsed('none' as 'poll')),
  }
  const named = [
    ...names.effect.map((name) => threw(name as 'poll', 0)),
    ...names.wait.map((name) => elapsed(name as 'poll')),
  ].map(({ type }) => String(type))

  const waits = [
    ...nodesOf(sessionMachine).flatMap(({ invoke }) => invoke.map(({ id }) => `xstate.error.actor.${id}`)),
    ...nodesOf(sessionMachine).flatMap(({ invoke }) =>
      invoke.filter(({ src }) => src === 'alarm').map(({ id }) => `xstate.done.actor.${id}`),
    ),
    ...transitionsOf(sessionMachine)
      .map(({ eventType }) => eventType)
      .filter((type) => type.startsWith('xstate.after.')),
  ]
  expect(named.sort()).toEqual(waits.sort())
})

/** What the error message names. */
function namesIn(call: () => unknown): string[] {
  try {
    call()
  } catch (error) {
    const known = String(error).replace(/, not .*/, '')
    return [...known.matchAll(/"(\w+)"/g)].map(([, name]) => name ?? '')
  }
  return []
}

test('what the chart does not wait for changes nothing', () => {
  const event = read.answered(bob, { at })
  expect(when.idle.can(event)).toBe(false)
  expect(next(when.idle, event)).toBe(when.idle)
})

test('an error that nobody waits for ends the chart', () => {
  expect(next(when.idle, threw('readSession', new Error('Broken.'))).status).toBe('error')
})

test.each<[() => unknown, message: string]>([
  [() => read.answered({}), 'session must be an object with keys, or null when nobody is signed in'],
  [() => read.answered(['ann'] as unknown as null), 'not an array'],
  [() => read.answered(undefined as unknown as null), 'not undefined'],
  [() => updating.answered('ann' as unknown as null), 'not "ann"'],
  [() => read.answered(ann, { at: Number.NaN }), 'at must be a time in epoch milliseconds, not NaN'],
  [() => elapsed('poll', { at: Number.POSITIVE_INFINITY }), 'not Infinity'],
  [() => turn.lost({ at: '1' as unknown as number }), 'not "1"'],
  [() => sessionEvents.signOut.answered({ at: Number.NaN }), 'not NaN'],
  [() => read.failed('dead' as 'network'), 'code must be one of "network", "timeout"'],
  [() => sessionEvents.signIn.failed({ message: 'Dead.' } as SessionFailure), 'not undefined'],
  [() => read.failed('network', { jitter: 2 }), 'jitter must be from 0 to 1, not 2'],
  [() => elapsed('polls' as 'poll'), 'wait must be one of "poll"'],
  [() => elapsed('toString' as 'poll'), 'wait must be one of "poll"'],
  [() => threw('read' as 'poll', 0), 'effect must be one of "readSession"'],
])('%s makes no sense', (call, message) => {
  expect(call).toThrow(SessionOptionError)
  expect(call).toThrow(message)
})
