import { type SessionCause, SessionError, type SessionState } from 'sessionchart'
import { describeState } from 'sessionchart/inspect'
import { describe, expect, test } from 'vitest'

const at = 1_000
const time = (ms: number) => `T${ms}`
const SECRET = 'ann@example.com'
const found: SessionCause = { type: 'server', at, trigger: 'focus', httpStatus: 200 }
const unreachable: SessionCause = {
  type: 'unreachable',
  at,
  failure: { code: 'network', message: SECRET, url: `https://example.com/${SECRET}` },
}
const failed = (status: number) =>
  new SessionError({ code: 'http', message: SECRET, status, url: `https://example.com/${SECRET}` })

const state = (facts: Partial<SessionState> = {}): SessionState => ({
  status: 'authenticated',
  data: { user: { name: SECRET }, expires: '2030-01-01T00:00:00.000Z' },
  cause: found,
  error: null,
  isFetching: false,
  isUpdating: false,
  isStale: false,
  isExpiring: false,
  expiresAt: null,
  ...facts,
})
const say = (facts?: Partial<SessionState>) => describeState(state(facts), { time })
const signedOut = { status: 'unauthenticated', data: null } as const

describe('somebody who is signed in', () => {
  test('is so because somebody said so', () => {
    expect(say()).toBe('Signed in. The server said so at T1000, when the tab came to the front (HTTP 200).')
  })

  test('is told so once by a cause that says it', () => {
    expect(say({ cause: { type: 'signed-in', at } })).toBe('Signed in at T1000 in this tab.')
  })

  test('is told once of another user', () => {
    expect(say({ cause: { type: 'user-changed', at, trigger: 'call' } })).toBe(
      'Another user is signed in: the server said so at T1000, when the app asked.',
    )
  })

  test('is not signed out by a failure', () => {
    expect(say({ error: failed(500), isStale: true })).toBe(
      'Still signed in: the last request failed (HTTP 500), and a failed request signs nobody out. ' +
        'The server said so at T1000, when the tab came to the front (HTTP 200).',
    )
  })

  test('hears of the end that is near', () => {
    expect(say({ cause: { type: 'signed-in', at }, isExpiring: true, expiresAt: 9_000 })).toBe(
      'Signed in at T1000 in this tab. The session ends at T9000 unless the server says that it goes on.',
    )
  })

  test('does not hear of an end that is far', () => {
    expect(say({ expiresAt: 9_000 })).not.toContain('T9000')
  })

  test('sees loading in an update, where the app wants that', () => {
    expect(say({ status: 'loading', isUpdating: true, cause: { type: 'signed-in', at } })).toBe(
      'Loading: an update is under way. Signed in at T1000 in this tab.',
    )
  })
})

describe('somebody who is signed out', () => {
  test('is so because somebody said so', () => {
    expect(say({ ...signedOut, cause: { type: 'seeded', at } })).toBe(
      'Signed out. The app said so when it started at T1000.',
    )
  })

  test('is told so once by a cause that says it', () => {
    expect(say({ ...signedOut, cause: { type: 'expired', at, expiresAt: at } })).toBe(
      'Signed out because the session expired at T1000.',
    )
  })

  test('is so because the app said so', () => {
    expect(say({ ...signedOut, cause: { type: 'prop', at } })).toBe(
      'Signed out. The app said so at T1000, by its session prop.',
    )
  })

  test('stays so through a failure', () => {
    expect(say({ ...signedOut, error: failed(502), cause: { type: 'signed-out', at } })).toBe(
      'Still signed out: the last request failed (HTTP 502), and a failed request changes nothing. ' +
        'Signed out at T1000 in this tab.',
    )
  })
})

describe('nobody knows', () => {
  test('while it loads', () => {
    expect(say({ status: 'loading', data: undefined, cause: { type: 'starting', at } })).toBe(
      'Loading. Nobody has said yet who is signed in, since the start at T1000.',
    )
  })

  test('when the first request has failed', () => {
    expect(say({ ...signedOut, cause: unreachable, error: failed(500) })).toBe(
      'Nobody knows who is signed in: the first request failed at T1000 (no answer). ' +
        'It is tried again; until then nobody is known to be signed out.',
    )
  })
})

test('nothing personal is in any of it', () => {
  const states = [state(), state({ error: failed(500) }), state({ ...signedOut, cause: unreachable })]
  expect(states.map((given) => describeState(given)).filter((words) => words.includes(SECRET))).toEqual([])
})
