import { SessionError } from 'sessionchart'
import { createRedactor, type Redactor } from 'sessionchart/inspect'
import { failureOf, type SessionContext, seedMemory } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { settingsOf } from '../../src/engine/settings'
import { ann, bob, themed } from '../client/sessions'
import { ANN, NOW } from '../machines/fixtures'

const answered = (session: object | null, user: string | null = ANN) => ({
  type: 'otherTab.answered',
  at: NOW,
  session,
  user,
  expiresAt: null,
  why: 'read',
  epoch: 0,
  stamp: NOW,
  from: 'k3j9x0a2b10000',
})

describe('words of the charts', () => {
  test.each([
    'session.refetch',
    'xstate.init',
    'xstate.stop',
    'xstate.done.actor.0.session.request.reading.asking',
    'xstate.error.actor.0.session.network',
    'xstate.snapshot.0.signIn.flow.posting',
    'xstate.after.tellLimit.session.request.reading.inquiring',
    'xstate.done.state.signIn.page',
  ])('pass as the type of an event: %s', (type) => {
    expect(createRedactor().event({ type })).toEqual({ type })
  })

  test.each([
    'ann@example.com',
    'xstate.done.actor.ann',
    'xstate.after.ann.session.request',
    '',
    'session'.repeat(9),
  ])('are the only types of events: %s', (type) => {
    expect(createRedactor().event({ type })).toEqual({ type: '[redacted]' })
  })

  test('pass where they stand for reasons, kinds and codes', () => {
    const event = { type: 'session.refetch', at: NOW, trigger: 'other-tab', id: 'call-12' }

    expect(createRedactor().event(event)).toEqual(event)
  })
})

describe('a session', () => {
  test('is replaced by a name and its end', () => {
    expect(createRedactor().event(answered(ann()))).toEqual({
      ...answered({ redacted: 'session 1', expires: ann().expires }),
      user: 'user 1',
    })
  })

  test('has the name of one that says the same, and no other', () => {
    const redactor = createRedactor()
    const names = [ann(), bob(), ann('2050-01-01T00:00:00.000Z'), themed('dark'), bob()].map(
      (session) => Object(redactor.event(answered(session))).session.redacted,
    )

    expect(names).toEqual(['session 1', 'session 2', 'session 1', 'session 3', 'session 2'])
  })

  test.each([null, undefined])('stays %s', (session) => {
    expect(Object(createRedactor().redact({ session }))).toEqual({ session })
  })

  test.each(['1999-07-01', 'Thu, 01 Jul 1999 02:00:00 +0200', '1'])(
    'keeps its end, written anew: %s',
    (expires) => {
      const redacted = Object(createRedactor().redact({ session: { ...ann(), expires } })).session

      expect(redacted.expires).toBe(new Date(expires).toISOString())
    },
  )

  test.each([['Ann'], [''], [5], [new Date(NOW)], [{ ann: true }], [['2030-01-01']]])(
    'keeps no end that is none: %j',
    (expires) => {
      const redacted = Object(createRedactor().redact({ session: { ...ann(), expires } })).session

      expect(redacted.expires).toBe('[redacted]')
      expect(Date.parse(redacted.expires)).toBeNaN()
    },
  )

  test('has no end that it had not', () => {
    expect(createRedactor().redact({ session: { user: {} } })).toEqual({ session: { redacted: 'session 1' } })
  })
})

describe('names', () => {
  const userOf = (redactor: Redactor, user: string) => Object(redactor.redact({ user })).user
  const meet = (redactor: Redactor, count: number, between = () => {}) => {
    for (let number = 0; number < count; number++) {
      userOf(redactor, `somebody ${number}`)
      between()
    }
  }

  test('stay while they are used', () => {
    const redactor = createRedactor()

    meet(redactor, 1_500, () => userOf(redactor, 'ann'))

    expect(userOf(redactor, 'ann')).toBe('user 2')
  })

  test('are forgotten after a thousand others, and given to nobody else', () => {
    const redactor = createRedactor()
    userOf(redactor, 'ann')

    meet(redactor, 999)
    expect(userOf(redactor, 'ann')).toBe('user 1')
    meet(redactor, 1_000)

    expect(userOf(redactor, 'ann')).toMatch(/^user \d{4}$/)
  })
})

describe('the context', () => {
  const settings = { ...settingsOf({}), refetchKey: '/users/ann' }
  const context: SessionContext = {
    ...seedMemory(ann(), ANN, NOW),
    settings,
    online: true,
    trigger: 'call',
    readers: ['call-1', 'ann'],
    later: [],
    updates: ['call-2'],
    wish: 'focus',
    wishAt: NOW,
    limitedAt: NOW,
    operation: { kind: 'sign-in', id: 'call-3', provider: 'github', redirect: 'always', at: NOW },
    pollDueAt: null,
    tabId: 'k3j9x0a2b10000',
    sent: { epoch: 1, stamp: 2 },
    foreignWrite: null,
    failure: { code: 'http', message: 'Ann is out.', url: 'https://ann.example', status: 500 },
    seen: [ann(), null, bob()],
  }

  test('keeps what the charts decide by and nothing else', () => {
    const name = { redacted: 'session 1', expires: ann().expires }

    expect(createRedactor().context(context)).toEqual({
      ...context,
      data: name,
      provided: name,
      user: 'user 1',
      seen: [name, null, { redacted: 'session 2', expires: bob().expires }],
      readers: ['call-1', '[redacted]'],
      settings: { ...settings, refetchKey: 'key 1' },
      failure: { code: 'http', message: '[redacted]', url: '[redacted]', status: 500 },
    })
  })

  test.each([
    ['github', 'github'],
    ['ann', 'provider 1'],
    ['ann@example.com', 'provider 1'],
    ['', 'provider 1'],
    [null, null],
  ])('has the provider %j as %j', (provider, shown) => {
    expect(createRedactor().redact({ operation: { provider } })).toEqual({ operation: { provider: shown } })
  })

  test.each([
    ['4f9x0zk2q1a000', '4f9x0zk2q1a000'],
    ['', ''],
    ['ann', 'tab 1'],
    ['annbobcarldora', 'tab 1'],
    ['4f9x0zk2q1a00', 'tab 1'],
    ['4f9x0zk2q1a0000', 'tab 1'],
    ['4f9x0zk2q1@000', 'tab 1'],
  ])('has the tab %j as %j', (tabId, shown) => {
    expect(createRedactor().redact({ tabId, order: { from: tabId } })).toEqual({
      tabId: shown,
      order: { from: shown },
    })
  })

  test('tells refetch keys apart as the chart does', () => {
    const redactor = createRedactor()
    const keys = ['/ann', '/bob', 1, '1', '/ann', null].map(
      (refetchKey) => Object(redactor.redact({ refetchKey })).refetchKey,
    )

    expect(keys).toEqual(['key 1', 'key 2', 'key 3', 'key 4', 'key 1', null])
  })
})

describe('what was thrown', () => {
  test('leaves its code and status', () => {
    const error = new SessionError(
      { code: 'http', message: 'Ann', url: '/ann', status: 500, retryAfterMs: 1_000 },
      { cause: new Error('Ann') },
    )

    expect(createRedactor().event({ type: 'x', error } as { type: string })).toEqual({
      type: '[redacted]',
      error: { code: 'http', message: '[redacted]', url: '[redacted]', status: 500, retryAfterMs: 1_000 },
    })
  })

  test('leaves them wherever an error stands', () => {
    const error = new SessionError({ code: 'http', message: 'Ann', status: 500 })

    expect(createRedactor().redact({ input: error })).toEqual({
      input: { code: 'http', message: '[redacted]', url: '[redacted]', status: 500 },
    })
  })

  test('is known for ours by a URL, even by none', () => {
    const error = new SessionError({ code: 'csrf', message: 'Ann' })
    const shown = JSON.parse(JSON.stringify(createRedactor().redact({ error }))).error

    expect(failureOf(shown).code).toBe(failureOf(error).code)
  })

  test('leaves no code of somebody else', () => {
    const error = Object.assign(new Error('Ann'), { code: 'EANN', status: 'ann' })

    expect(createRedactor().redact({ error })).toEqual({
      error: { code: '[redacted]', message: '[redacted]', status: '[redacted]' },
    })
  })

  test.each([['ann'], [['ann']], [{}], [{ ann: 1 }], [Symbol('ann')], [() => 'ann']])(
    'is gone: %s',
    (error) => {
      expect(createRedactor().redact({ error })).toEqual({ error: '[redacted]' })
    },
  )

  test('is found in what a promise of XState says', () => {
    const redactor = createRedactor()

    expect(
      redactor.event({ type: 'xstate.promise.reject', data: new Error('Ann') } as { type: string }),
    ).toEqual({
      type: 'xstate.promise.reject',
      data: { message: '[redacted]' },
    })
    expect(
      redactor.event({
        type: 'xstate.promise.resolve',
        data: { type: 'signed-in', at: NOW, session: ann(), user: ANN, httpStatus: 200 },
      } as { type: string }),
    ).toEqual({
      type: 'xstate.promise.resolve',
      data: {
        type: 'signed-in',
        at: NOW,
        session: { redacted: 'session 1', expires: ann().expires },
        user: 'user 1',
        httpStatus: 200,
      },
    })
  })
})
