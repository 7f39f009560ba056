import { expect, test } from 'vitest'
import { endOf, type Polling, perInterval } from './sections/requests/per-interval'

const polling: Polling = { start: 1_000, intervalMs: 100, count: 3 }
/** Tabs that began at these parts of an interval poll from then on. */
const pollsOf = (...beginnings: number[]) =>
  beginnings.flatMap((part) => [1, 2, 3, 4].map((time) => 1_000 + (time + part) * 100))

test('counts what each interval costs, whenever its tabs began', () => {
  expect(perInterval(pollsOf(0), polling)).toBe(1)
  expect(perInterval(pollsOf(0, 0.2, 0.4), polling)).toBe(3)
  expect(perInterval(pollsOf(0, 0, 0.4, 0.45), polling)).toBe(4)
})

test('knows that nothing was asked', () => {
  expect(perInterval([], polling)).toBe(0)
})

test('leaves out what was asked before the first interval and after the last', () => {
  expect(perInterval([1_000, 1_050, ...pollsOf(0.2), 1_510], polling)).toBe(1)
})

test('gives no number when the intervals differ', () => {
  expect(perInterval([...pollsOf(0), 1_205], polling)).toBeNull()
})

test('gives no number when something was asked where an interval ends', () => {
  const late = [1_180, 1_280, 1_380, 1_480]
  expect(perInterval(late, polling)).toBeNull()
  expect(perInterval([...pollsOf(0), endOf(polling) - 1], polling)).toBeNull()
})
