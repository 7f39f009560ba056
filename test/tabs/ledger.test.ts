import { beforeEach, expect, test } from 'vitest'
import { type Ledger, readLedger, writeLedger } from '../../src/tabs/ledger'
import { wholeEnvironment } from '../support/whole-environment'

const NAME = 'sessionchart:/api/auth'
const EMPTY = { epoch: 0, out: 0, leaving: false }
const CENTURY_MS = 100 * 365 * 86_400_000

let stored: Map<string, string>
beforeEach(() => {
  stored = new Map()
})
const environment = {
  ...wholeEnvironment,
  readShared: (key: string) => stored.get(key) ?? null,
  writeShared: (key: string, value: string) => Boolean(stored.set(key, value)),
}
const read = () => readLedger(environment, NAME)
const write = (ledger: Partial<Ledger>) => writeLedger(environment, NAME, { ...EMPTY, ...ledger })

test.for<Ledger>([
  { epoch: 7, out: 0, leaving: false },
  { epoch: 7, out: 7, leaving: false },
  { epoch: 7, out: 3, leaving: true },
  { epoch: Date.now() + CENTURY_MS, out: Date.now() + CENTURY_MS, leaving: true },
])('gives what was written: %o', (ledger) => {
  write(ledger)

  expect(read()).toEqual(ledger)
})

test('is one value with no personal data, under the name of the client', () => {
  write({ epoch: 7, out: 7 })
  expect([...stored]).toEqual([[NAME, '{"v":1,"epoch":7,"out":7}']])

  write({ epoch: 8, leaving: true })
  expect([...stored]).toEqual([[NAME, '{"v":1,"epoch":8,"out":7,"leaving":true}']])
})

test('is empty where nothing was written', () => {
  expect(read()).toEqual(EMPTY)
})

test('is empty, and forgets what is written, where there is no storage', () => {
  const none = wholeEnvironment

  writeLedger(none, NAME, { epoch: 7, out: 7, leaving: false })

  expect(readLedger(none, NAME)).toEqual(EMPTY)
})

test.for([
  '',
  '{',
  'null',
  '7',
  '"7"',
  '[1, 7, 7]',
  '{}',
  '{ "epoch": 7, "out": 7 }',
  '{ "v": 2, "epoch": 7, "out": 7 }',
  '{ "v": "1", "epoch": 7, "out": 7 }',
  '{ "v": 1, "epoch": "7", "out": 7 }',
  '{ "v": 1, "epoch": -7, "out": 7 }',
  '{ "v": 1, "epoch": 7.5, "out": 7 }',
  '{ "v": 1, "epoch": 1e300, "out": 7 }',
  '{ "v": 1, "epoch": null, "out": 7 }',
  '{ "v": 1, "epoch": 7 }',
  '{ "v": 1, "epoch": 7, "out": true }',
  '{ "v": 1, "epoch": 7, "out": -1 }',
  `{ "v": 1, "epoch": ${Date.now() + 2 * CENTURY_MS}, "out": 0 }`,
  '{ "__proto__": { "v": 1, "epoch": 7, "out": 7 } }',
])('is empty, and can be written, where %o is stored', (text) => {
  stored.set(NAME, text)
  expect(read()).toEqual(EMPTY)

  write({ epoch: 3, out: 3 })
  expect(read()).toEqual({ ...EMPTY, epoch: 3, out: 3 })
})

test.for(['1', '"true"', 'null', 'false'])('takes only true for leaving, and not %s', (leaving) => {
  stored.set(NAME, `{ "v": 1, "epoch": 7, "out": 7, "leaving": ${leaving} }`)

  expect(read()).toEqual({ epoch: 7, out: 7, leaving: false })
})

test('keeps the newer of two numbers, that of the last write and that of the last sign-out', () => {
  write({ epoch: 9, out: 4 })
  write({ epoch: 8, out: 8 })
  expect(read()).toEqual({ ...EMPTY, epoch: 9, out: 8 })

  write({ epoch: 10 })
  expect(read()).toEqual({ ...EMPTY, epoch: 10, out: 8 })
})

test('remembers that a tab is leaving, whatever others write meanwhile', () => {
  write({ epoch: 9, out: 9 })
  write({ epoch: 8, leaving: true })
  expect(read()).toEqual({ epoch: 9, out: 9, leaving: true })

  write({ epoch: 10 })
  expect(read()).toEqual({ epoch: 10, out: 9, leaving: true })

  write({ epoch: 9, leaving: false })
  expect(read().leaving).toBe(true)
})

test('forgets it when who knows the epoch says so', () => {
  write({ epoch: 9, leaving: true })

  write({ ...read(), leaving: false })

  expect(read()).toEqual({ ...EMPTY, epoch: 9 })
  expect(stored.get(NAME)).not.toContain('leaving')
})

test('keeps the ledgers of other clients apart', () => {
  write({ epoch: 9, out: 9 })

  expect(readLedger(environment, 'sessionchart:other')).toEqual(EMPTY)
})
