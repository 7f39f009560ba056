import { type SessionCause, SessionOptionError } from 'sessionchart'
import { describeCause } from 'sessionchart/inspect'
import type { AnswerTrigger, SessionErrorCode } from 'sessionchart/machines/session'
import { describe, expect, test } from 'vitest'

const at = 1_000
const SECRET = 'ann@example.com'
const time = (ms: number) => `T${ms}`
const say = (cause: SessionCause) => describeCause(cause, { time })

const server = (facts: Partial<Extract<SessionCause, { type: 'server' }>> = {}): SessionCause => ({
  type: 'server',
  at,
  trigger: 'focus',
  ...facts,
})
const unreachable = (code: SessionErrorCode, status?: number): SessionCause => ({
  type: 'unreachable',
  at,
  failure: { code, status, message: SECRET, url: `https://example.com/${SECRET}` },
})

/** One of each: the compiler sees that none is missing. */
const causes: {
  [Type in SessionCause['type']]: [cause: Extract<SessionCause, { type: Type }>, words: string]
} = {
  starting: [{ type: 'starting', at }, 'Nobody has said yet who is signed in, since the start at T1000.'],
  seeded: [{ type: 'seeded', at }, 'The app said so when it started at T1000.'],
  prop: [{ type: 'prop', at }, 'The app said so at T1000, by its session prop.'],
  server: [
    { type: 'server', at, trigger: 'poll', httpStatus: 200 },
    'The server said so at T1000, when a poll was due (HTTP 200).',
  ],
  'signed-in': [{ type: 'signed-in', at, httpStatus: 200 }, 'Signed in at T1000 in this tab (HTTP 200).'],
  'signed-out': [{ type: 'signed-out', at }, 'Signed out at T1000 in this tab.'],
  'signed-in-in-other-tab': [
    { type: 'signed-in-in-other-tab', at, tabId: 'k3x9000000000a' },
    'Signed in at T1000 because the tab k3x9000000000a said so.',
  ],
  'signed-out-in-other-tab': [
    { type: 'signed-out-in-other-tab', at },
    'Signed out at T1000 because another tab said so.',
  ],
  expired: [
    { type: 'expired', at: 9_000, expiresAt: 8_000 },
    'Signed out because the session expired at T8000.',
  ],
  unreachable: [
    unreachable('http', 500) as Extract<SessionCause, { type: 'unreachable' }>,
    'Nobody knows who is signed in: the first request failed at T1000 (HTTP 500).',
  ],
  'user-changed': [
    { type: 'user-changed', at, trigger: 'call', httpStatus: 200 },
    'Another user is signed in: the server said so at T1000, when the app asked (HTTP 200).',
  ],
}

test.each(Object.values(causes))('a cause is one sentence: $0.type', (cause, words) => {
  expect(say(cause)).toBe(words)
})

/** What each trigger is known by in its words. */
const triggers: Record<AnswerTrigger, string> = {
  mount: 'loaded',
  poll: 'poll was due',
  focus: 'came to the front',
  reconnect: 'network',
  restored: 'been left',
  stayed: 'still here',
  expiry: 'its end',
  navigation: 'refetchKey',
  'other-tab': 'had news',
  'other-tab-sign-out': 'tab had signed out',
  'other-tab-silent': 'did not say',
  prop: 'prop had changed',
  call: 'app asked',
  retry: 'after a failure',
  conflict: 'meanwhile',
  update: 'an update',
  'sign-in': 'after a sign-in',
  'sign-out': 'after a sign-out',
  app: 'by the session prop',
}

describe('what the server said', () => {
  test.each(Object.entries(triggers))('names the trigger %s', (trigger, words) => {
    const sentence = say(server({ trigger: trigger as AnswerTrigger }))
    expect(sentence).toContain(words)
    expect(sentence).toMatch(/^The server said so at T1000, [^.]+\.$/)
  })

  test('names no tab by what a message has brought', () => {
    const cause = server({ trigger: 'other-tab', tabId: 'ann@example.com', httpStatus: 200 })
    expect(say(cause)).toBe('The server said so at T1000, to another tab (HTTP 200).')
  })

  test('names the tab that it said so to', () => {
    const cause = server({ trigger: 'other-tab', tabId: 'k3x9000000000a', httpStatus: 200 })
    expect(say(cause)).toBe('The server said so at T1000, to the tab k3x9000000000a (HTTP 200).')
  })

  test('to another user, too', () => {
    const cause: SessionCause = { type: 'user-changed', at, trigger: 'other-tab', tabId: 'k3x9000000000a' }
    expect(say(cause)).toBe(
      'Another user is signed in: the server said so at T1000, to the tab k3x9000000000a.',
    )
  })
})

/** What each failure is known by. */
const failures: Record<SessionErrorCode, [status: number | undefined, words: string]> = {
  network: [undefined, 'no answer'],
  timeout: [undefined, 'no answer in time'],
  http: [503, 'HTTP 503'],
  parse: [200, 'the answer said nothing about a session, HTTP 200'],
  csrf: [400, 'the CSRF token was refused, HTTP 400'],
  credentials: [401, 'the credentials were refused, HTTP 401'],
  providers: [undefined, 'the ways to sign in could not be read'],
  redirect: [undefined, 'the address to go to was refused'],
  busy: [undefined, 'another sign-in or sign-out was running'],
}

describe('a first request that failed', () => {
  test.each(Object.entries(failures))('names the failure %s', (code, [status, words]) => {
    expect(say(unreachable(code as SessionErrorCode, status))).toContain(`failed at T1000 (${words}).`)
  })

  test('says something of an HTTP error without a status', () => {
    expect(say(unreachable('http'))).toContain('(an error that says no more)')
  })

  test('keeps the message and the URL to itself', () => {
    expect(say(unreachable('network'))).not.toContain(SECRET)
  })
})

describe('an expired session', () => {
  const expired = (lateMs: number) => say({ type: 'expired', at: 8_000 + lateMs, expiresAt: 8_000 })

  test('ended when it expired, though it was asked about for some seconds', () => {
    expect(expired(60_000)).toBe('Signed out because the session expired at T8000.')
  })

  test('was noticed late by a device that slept', () => {
    expect(expired(60_001)).toBe(
      'Signed out because the session expired at T8000, which was noticed at T68001.',
    )
  })
})

describe('times', () => {
  test.each([
    [14, 3, '14:03'],
    [0, 0, '00:00'],
    [23, 59, '23:59'],
  ])('%i h %i are written on the clock of the device', (hours, minutes, words) => {
    const today = new Date()
    const expiresAt = today.setHours(hours, minutes, 58, 0)
    const cause: SessionCause = { type: 'expired', at: expiresAt + 1_000, expiresAt }
    expect(describeCause(cause)).toBe(`Signed out because the session expired at ${words}.`)
  })

  test('of another day have its date', () => {
    const expiresAt = new Date(2024, 1, 3, 14, 3).getTime()
    expect(describeCause({ type: 'expired', at: expiresAt, expiresAt })).toBe(
      'Signed out because the session expired at 14:03 on 2024-02-03.',
    )
  })
})

describe('a cause of a later version', () => {
  test('is refused by its type', () => {
    const cause = { type: 'passkey', at } as unknown as SessionCause
    expect(() => describeCause(cause)).toThrow(SessionOptionError)
    expect(() => describeCause(cause)).toThrow(
      'cause.type must be one that this version knows, not "passkey"',
    )
  })

  test('is refused by its trigger', () => {
    const cause = server({ trigger: 'moon' as AnswerTrigger })
    expect(() => describeCause(cause)).toThrow(
      'cause.trigger must be one that this version knows, not "moon"',
    )
  })
})
