import { SessionOptionError } from 'sessionchart'
import { createRedactor } from 'sessionchart/inspect'
import { describe, expect, test } from 'vitest'

describe('a property that is to be kept', () => {
  const session = {
    user: { name: 'Ann', role: 'admin', tags: ['a', { b: 1 }] },
    plan: 'pro',
    expires: '2030-01-01',
  }

  test('stays where it was', () => {
    const redactor = createRedactor({ keep: ['user.role', 'user.tags', 'plan', 'user.age', 'team.name'] })

    expect(redactor.redact({ session })).toEqual({
      session: {
        redacted: 'session 1',
        expires: '2030-01-01T00:00:00.000Z',
        plan: 'pro',
        user: { role: 'admin', tags: ['a', { b: 1 }] },
      },
    })
  })

  test('is none where the path ends too early', () => {
    const redactor = createRedactor({ keep: ['user.role', 'plan.name', 'team.name'] })

    expect(redactor.redact({ session: { user: 'ann', plan: null, team: 1 } })).toEqual({
      session: { redacted: 'session 1' },
    })
  })

  test('does not hide the name of the session', () => {
    const redactor = createRedactor({ keep: ['redacted'] })

    expect(redactor.redact({ session: { redacted: 'ann' } })).toEqual({ session: { redacted: 'session 1' } })
  })

  test.each([['user'], [[1]], [['']], [['user.']], [['user..role']], [['__proto__.role']], [{}], [true]])(
    'is refused when it is no list of paths: %j',
    (keep) => {
      expect(() => createRedactor({ keep } as never)).toThrow(SessionOptionError)
      expect(() => createRedactor({ keep } as never)).toThrow(/keep must be a list of paths/)
    },
  )

  test.each([[false], ['all'], [null]])('is refused with options that are no object: %j', (options) => {
    expect(() => createRedactor(options as never)).toThrow(SessionOptionError)
  })
})
