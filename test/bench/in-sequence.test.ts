import { expect, test } from 'vitest'
import { inSequence } from './sections/requests/in-sequence'

test('counts requests that wait for each other', () => {
  const spans = [
    { start: 0, end: 10 },
    { start: 10, end: 20 },
    { start: 21, end: 30 },
  ]
  expect(inSequence(spans)).toBe(3)
})

test('counts those that go out together once', () => {
  const spans = [
    { start: 0, end: 10 },
    { start: 1, end: 12 },
    { start: 13, end: 20 },
  ]
  expect(inSequence(spans)).toBe(2)
})

test('follows the longest row, in whatever order they are given', () => {
  const spans = [
    { start: 22, end: 30 },
    { start: 0, end: 21 },
    { start: 6, end: 10 },
    { start: 0, end: 5 },
    { start: 11, end: 20 },
  ]
  expect(inSequence(spans)).toBe(4)
})

test('knows that nothing was asked', () => {
  expect(inSequence([])).toBe(0)
})
