import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTabMessage } from '../../src/tabs/tab-message'

const OWN = 'this-tab'
const began = { v: 1, from: 'other', kind: 'began', epoch: 7, op: 'sign-in' }
const ended = { v: 1, from: 'other', kind: 'ended', epoch: 7 }
const failed = { v: 1, from: 'other', kind: 'failed', epoch: 7, stamp: 8, failures: 2, pauseMs: 9_000 }
const answered = {
  v: 1,
  from: 'other',
  kind: 'answered',
  epoch: 7,
  stamp: 8,
  session: { user: { name: 'Ann' }, roles: ['admin', null], expires: '2030-01-01T00:00:00.000Z' },
  expiresAt: 1_893_456_000_000,
  tookMs: 40,
  why: 'read',
}
const all = [began, ended, failed, answered]

const NOW = Date.UTC(2030, 0, 1)
const CENTURY_MS = 100 * 365 * 86_400_000
const read = (data: unknown) => readTabMessage(data, OWN, NOW)

test.for([
  ...all,
  { ...began, op: 'sign-out' },
  { ...began, op: 'update' },
  ...['update', 'sign-in', 'sign-out'].map((why) => ({ ...answered, why })),
  { ...answered, session: null, expiresAt: null },
  { ...answered, expiresAt: -0.5 },
  { ...ended, epoch: 0 },
  { ...ended, epoch: NOW + CENTURY_MS },
  { ...ended, stamp: 8 },
  { v: 1, from: 'other', kind: 'asked' },
  { ...ended, from: 'x'.repeat(64) },
])('reads what another tab has sent: %o', (message) => {
  expect(read(structuredClone(message))).toEqual(message)
})

test('takes an answer that does not say how long it was under way for one of no time', () => {
  const { tookMs, ...message } = answered
  expect(read(message)).toEqual({ ...answered, tookMs: 0 })
})

const counts = [
  -1,
  0.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  '7',
  7n,
  new Number(7),
  null,
  undefined,
]
const circle: Record<string, unknown> = {}
circle.self = circle

const invalid: Record<string, unknown[]> = {
  v: [0, 2, '1', true, null, undefined, [1]],
  from: ['', 'x'.repeat(65), OWN, 1, null, undefined, ['other'], new String('other')],
  kind: ['', 'Began', 'toString', '__proto__', 1, null, undefined, ['ended']],
  epoch: counts,
}
const invalidOf = {
  began: { op: ['', 'read', 'signin', 'toString', null, undefined, ['sign-in']] },
  // It may be left out.
  ended: { stamp: counts.slice(0, -1) },
  failed: { stamp: counts, failures: counts, pauseMs: counts },
  answered: {
    stamp: counts,
    tookMs: counts.slice(0, -1),
    why: ['', 'began', 'poll', 'length', null, undefined, ['read']],
    expiresAt: ['soon', '1', Number.NaN, Number.POSITIVE_INFINITY, 1n, new Date(0), undefined],
    session: [
      ...[undefined, true, 'Ann', '{"user":1}', 1, Number.NaN, 1n, [], [{ user: 'Ann' }], {}],
      ...[new Map([['user', 'Ann']]), new Set(['Ann']), new Date(0), /a/, new ArrayBuffer(8)],
      ...[new String('{}'), new Number(Number.NaN), { id: 1n }, { circle }],
    ],
  },
}
const wrong = all.flatMap((message) =>
  Object.entries({ ...invalid, ...invalidOf[message.kind as keyof typeof invalidOf] }).map(
    ([field, values]) => ({ message, field, values }),
  ),
)

test.for(wrong)('ignores $message.kind with an invalid $field', ({ message, field, values }) => {
  for (const value of values) {
    expect(read(structuredClone({ ...message, [field]: value })), String(value)).toBeNull()
  }
})

const others: unknown[] = [
  undefined,
  null,
  0,
  1n,
  true,
  '',
  'ended',
  Symbol('ended'),
  () => ended,
  [],
  [ended],
]

test.for([
  ...others,
  JSON.stringify(ended),
  'x'.repeat(5_000_000),
  { ['__proto__']: ended },
  JSON.parse(`{ "__proto__": ${JSON.stringify(ended)} }`),
  new Map(Object.entries(ended)),
  { event: 'session', data: { trigger: 'signout' } },
])('ignores what is no message of ours (%#)', (data) => {
  expect(read(data)).toBeNull()
})

test('throws for nothing that a script can make', () => {
  const fails = () => {
    throw new Error('read')
  }
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()

  expect(read(revoked.proxy)).toBeNull()
  expect(read(new Proxy({}, { get: fails }))).toBeNull()
  for (const field of Object.keys(answered)) {
    expect(read(Object.defineProperty({ ...answered }, field, { get: fails }))).toBeNull()
  }
  expect(read({ ...answered, session: { toJSON: fails } })).toBeNull()
  expect(read({ ...answered, session: { toJSON: () => 'text' } })).toBeNull()
  let deep = {}
  for (let depth = 0; depth < 50_000; depth += 1) deep = { deep }
  expect(() => read({ ...answered, session: deep })).not.toThrow()
})

test('gives what it has looked at, also when a field changes', () => {
  let epoch = 0
  const data = {
    ...ended,
    get epoch() {
      epoch -= 7
      return -epoch
    },
  }

  expect(read(data)).toEqual(ended)
})

test.for(all)('takes the known fields of $kind and no other', (message) => {
  const sent = JSON.parse(JSON.stringify({ ...message, extra: 1 }).replace('{', '{"__proto__":{"evil":1},'))

  const got = read(sent)

  expect(got).toEqual(message)
  expect(Object.getPrototypeOf(got)).toBe(Object.prototype)
  expect(Object.keys(got ?? {}).sort()).toEqual(Object.keys(message).sort())
})

test('gives a session that is plain JSON, and shares nothing with the message', () => {
  const at = new Date(0)
  const data = { ...answered, session: { user: 'Ann', at, map: new Map([[1, 2]]), none: undefined } }

  const got = read(structuredClone(data))

  expect(got).toMatchObject({ session: { user: 'Ann', at: at.toJSON(), map: {} } })
  expect(got).not.toHaveProperty('session.none')
  const again = read(answered)
  expect(again).toHaveProperty('session.user', answered.session.user)
  expect((again as typeof answered).session.user).not.toBe(answered.session.user)
})

const count = () => fc.maxSafeNat().map((number) => number % (NOW + CENTURY_MS + 1))
const from = fc.string({ minLength: 1, maxLength: 64 }).filter((id) => id !== OWN && id.length <= 64)
const signed = { v: fc.constant(1), from, epoch: count() }
const session = fc
  .dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 })
  .map((value) => JSON.parse(JSON.stringify(value)))
const message = fc.oneof(
  fc.record({
    ...signed,
    kind: fc.constant('began'),
    op: fc.constantFrom('sign-in', 'sign-out', 'update'),
  }),
  fc.record({ ...signed, kind: fc.constant('ended') }),
  fc.record({
    ...signed,
    kind: fc.constant('answered'),
    stamp: count(),
    session: fc.option(session),
    expiresAt: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    tookMs: count(),
    why: fc.constantFrom('read', 'update', 'sign-in', 'sign-out'),
  }),
  fc.record({
    ...signed,
    kind: fc.constant('failed'),
    stamp: count(),
    failures: count(),
    pauseMs: count(),
  }),
)

test('any valid message survives the channel', () => {
  fc.assert(
    fc.property(message, (valid) => {
      expect(read(structuredClone(valid))).toEqual(valid)
    }),
    { numRuns: 500 },
  )
})

test('a message with any field changed is ignored, or a valid one that reads as itself', () => {
  const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true })
  const field = fc.constantFrom(...Object.keys({ ...began, ...failed, ...answered }))
  fc.assert(
    fc.property(message, field, anything, (valid, name, value) => {
      const got = read({ ...valid, [name]: value })
      if (got) expect(read(structuredClone(got))).toEqual(got)
    }),
    { numRuns: 1_000 },
  )
})

test('anything at all gives null or a message', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (data) => {
      expect(read(data)).toBeNull()
    }),
    { numRuns: 1_000 },
  )
})
