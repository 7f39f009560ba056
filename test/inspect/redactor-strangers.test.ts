import { createRedactor } from 'sessionchart/inspect'
import { describe, expect, test } from 'vitest'
import { NOW } from '../machines/fixtures'

describe('what is not known', () => {
  test('is dropped with its name, and counted', () => {
    const event = { type: 'session.update', at: NOW, 'ann@example.com': 1, name: 'Ann', input: { ann: 1 } }

    expect(createRedactor().event(event)).toEqual({
      type: 'session.update',
      at: NOW,
      input: { '[redacted]': 1 },
      '[redacted]': 2,
    })
  })

  test.each(['constructor', 'toString', 'hasOwnProperty'])('may be called %s', (key) => {
    expect(createRedactor().redact({ [key]: 'ann' })).toEqual({ '[redacted]': 1 })
  })

  class User {
    at = NOW
    type = 'ann'
  }
  const circle: Record<string, unknown> = { type: 'session.update' }
  circle.input = circle
  const deep = JSON.parse(`${'{"input":'.repeat(2_000)}"ann"${'}'.repeat(2_000)}`)
  const trap = new Proxy(
    {},
    {
      ownKeys() {
        throw new Error('Ann')
      },
    },
  )
  const strangers: Record<string, unknown> = {
    'a map': new Map([['ann', 'ann']]),
    'a set': new Set(['ann']),
    'a date': new Date(NOW),
    'a function': () => 'ann',
    'a symbol': Symbol('ann'),
    'a large number': 10n,
    'no number': Number.NaN,
    'an instance': new User(),
    'a trap': trap,
  }
  test.each(Object.keys(strangers))('is replaced: %s', (name) => {
    expect(createRedactor().redact({ at: strangers[name] })).toEqual({ at: '[redacted]' })
    expect(createRedactor().redact({ input: [strangers[name]] })).toEqual({ input: ['[redacted]'] })
    expect(createRedactor().redact(strangers[name])).toBe('[redacted]')
  })

  test('is replaced where it holds itself', () => {
    expect(createRedactor().redact(circle)).toEqual({ type: 'session.update', input: '[redacted]' })
  })

  test('is replaced where it is too deep', () => {
    const text = JSON.stringify(createRedactor().redact(deep))

    expect(text).toContain('"[redacted]"')
    expect(text.length).toBeLessThan(300)
  })

  test('is not read where a getter stands, and stops nothing else', () => {
    const event = {
      type: 'session.update',
      get id(): string {
        throw new Error('Ann')
      },
      at: NOW,
    }

    expect(createRedactor().event(event)).toEqual({ type: 'session.update', id: '[redacted]', at: NOW })
  })

  test.each([[5], [true], [null], [{ ann: 1 }], [['ann']]])('is no type of an event: %j', (type) => {
    expect(createRedactor().event({ type } as never)).toEqual({ type: '[redacted]' })
  })

  test('is an event all the same', () => {
    const { event } = createRedactor()

    expect([trap, null, 'ann', undefined, []].map((stranger) => event(stranger as never))).toEqual(
      Array(5).fill({ type: '[redacted]' }),
    )
  })
})
