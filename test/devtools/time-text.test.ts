import { expect, test } from 'vitest'
import { clockTime, duration, remaining, sentenceTime, timeOfDay } from '../../src/devtools/text/time-text'

test.each([
  [-5, '0 ms'],
  [12.4, '12 ms'],
  [3_290, '3.2 s'],
  [42_900, '42 s'],
  [245_000, '4 min 5 s'],
  [7_500_000, '2 h 5 min'],
  [40 * 86_400_000, '40 days'],
])('%d ms are %s', (milliseconds, expected) => {
  expect(duration(milliseconds)).toBe(expected)
})

test.each([
  [0, 'now'],
  [-1, 'now'],
  [1, 'in 1 s'],
  [3_200, 'in 4 s'],
  [59_001, 'in 1 min 0 s'],
])('what is due after %d ms is due %s', (milliseconds, expected) => {
  expect(remaining(milliseconds)).toBe(expected)
})

test('a time of day has two digits each, and three of milliseconds', () => {
  const at = new Date(2030, 0, 2, 4, 3, 7, 50).getTime()
  expect(timeOfDay(at)).toBe('04:03:07.050')
  expect(clockTime(at)).toBe('04:03:07')
})

test('in a sentence a time of another day has its date', () => {
  const today = new Date().setHours(4, 3, 7, 0)
  expect(sentenceTime(today)).toBe('04:03:07')
  expect(sentenceTime(new Date(2024, 1, 3, 4, 3, 7).getTime())).toBe('04:03:07 on 2024-02-03')
})
