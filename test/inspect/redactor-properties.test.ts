import fc from 'fast-check'
import { createRedactor } from 'sessionchart/inspect'
import { saysTheSame } from 'sessionchart/machines/session'
import { expect, test } from 'vitest'
import { ruleFor } from '../../src/inspect/redaction/known-keys'
import { isProviderId } from '../../src/inspect/redaction/provider-ids'
import { isWord } from '../../src/inspect/redaction/vocabulary'
import { start } from '../machines/fixtures'

const { context } = start().snapshot
const KEYS = [
  ...['type', 'id', 'from', 'provider', 'refetchKey', 'message', 'url', 'code', 'error', 'session', 'ids'],
  ...['input', 'output', 'event', 'failure', 'params', 'answer', 'write', 'status', 'expires', '__proto__'],
  ...Object.keys({ ...context, ...context.settings }),
]

const text = fc.string({ minLength: 1 })
const strange = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true })
const key = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...KEYS) }, text)
/** Anything at all, often by names that are known. */
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 5 },
    text,
    strange,
    text.map((secret) => Object.assign(new Error(secret), { code: secret, url: secret, cause: secret })),
    text.map((secret) => new Map([[secret, secret]])),
    text.map(Symbol),
    fc.array(tie('anything'), { maxLength: 3 }),
    fc.dictionary(key, tie('anything'), { maxKeys: 5 }),
  ),
}))

const isAlias = (value: string) => /^(session|user|key|provider|tab) \d+$/.test(value)
const isDate = (value: string) => !Number.isNaN(Date.parse(value)) && value === new Date(value).toISOString()

/** Whatever in a value is no word of ours, with where it stands. */
function secretsIn(value: unknown, name = ''): string[] {
  if (value === undefined || value === null || typeof value === 'boolean') return []
  if (typeof value === 'number') return ruleFor(name) === 'plain' || isWord(name) ? [] : [`${name}: ${value}`]
  if (typeof value === 'string') {
    const isHarmless = isWord(value) || isAlias(value) || isProviderId(value) || value === ''
    return isHarmless || (name === 'expires' && isDate(value)) ? [] : [`${name}: ${value}`]
  }
  if (typeof value !== 'object') return [`${name}: ${typeof value}`]
  if (Array.isArray(value)) return value.flatMap((item) => secretsIn(item, name))
  if (Object.getPrototypeOf(value) !== Object.prototype) return [`${name}: of a class`]
  return Reflect.ownKeys(value).flatMap((key) => {
    const isKnown =
      typeof key === 'string' && (ruleFor(key) || ['redacted', 'expires', '[redacted]'].includes(key))
    return isKnown ? secretsIn(Object(value)[key], key) : [String(key)]
  })
}

test('anything redacts to words of ours without a throw', () => {
  const { redact, event } = createRedactor()

  fc.assert(
    fc.property(anything, fc.constantFrom(...KEYS), (value, name) => {
      expect(secretsIn(redact(value))).toEqual([])
      expect(secretsIn(redact({ [name]: value }))).toEqual([])
      expect(secretsIn(event(value as never))).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})

test('finds what is no word of ours', () => {
  const secrets: unknown[] = [
    ...['ann', { type: 'ann' }, { ann: 1 }, { at: [{ name: 'loading' }] }, { refetchKey: 5 }],
    ...[
      { session: { expires: 'ann' } },
      () => {},
      new Map(),
      { expires: '2030-01-01' },
      { [Symbol('ann')]: 1 },
    ],
  ]

  expect(secrets.filter((secret) => secretsIn(secret).length === 0)).toEqual([])
})

const atom = fc.oneof(
  fc.constantFrom<unknown>(null, undefined, 0, -0, 1, '1', 'a', true, Number.NaN, new Date(0), new Date(1)),
  fc.constantFrom<unknown>(new Date(0), new Map(), Symbol.iterator, 1n, [], {}),
)
const { part } = fc.letrec<{ part: unknown }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc.array(tie('part'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'expires', '__proto__'), tie('part'), { maxKeys: 3 }),
  ),
}))
const session = fc.dictionary(fc.constantFrom('user', 'a', 'expires', '__proto__'), part, { maxKeys: 3 })

/** The same session as another object, whose keys come in another order. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied)
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Map)
    return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, copied(inner)]),
  )
}

test('two sessions that say the same say the same afterwards, and no others do', () => {
  const outcomes = { same: 0, other: 0 }

  fc.assert(
    fc.property(session, fc.option(session), fc.option(fc.string()), (first, another, expires) => {
      const second = another ?? { ...(copied(first) as object), ...(expires !== null && { expires }) }
      const { redact } = createRedactor()
      const [a, b] = [first, second].map((value) => Object(redact({ session: value })).session)
      const isSame = saysTheSame(first, second)

      outcomes[isSame ? 'same' : 'other'] += 1
      expect(saysTheSame(a, b)).toBe(isSame)
    }),
    { numRuns: 5_000 },
  )
  expect(outcomes.same).toBeGreaterThan(100)
  expect(outcomes.other).toBeGreaterThan(100)
})
