import { expect, test } from 'vitest'
import type { Spread, Unit } from './figures'
import { format } from './report/format'

test.each<[number | Spread | null, Unit, string]>([
  [1_000, 'requests', '1,000'],
  [1.25, 'renders', '1.3'],
  [0, 'timers', '0'],
  [0, 'bytes', 'nothing'],
  [57, 'bytes', '57 B'],
  [29_640, 'bytes', '29.6 kB'],
  [2_500_000, 'bytes', '2.5 MB'],
  [-1_100, 'bytes', '−1.1 kB'],
  [1.1, 'ratio', '× 1.10'],
  [0.5, 'milliseconds', '0.50 ms'],
  [12.34, 'microseconds', '12.3 µs'],
  [1_234.5, 'milliseconds', '1,235 ms'],
  [null, 'requests', '–'],
  [{ median: 0.981, lowest: 0.9, highest: 1.042 }, 'ratio', '× 0.98 (0.90 to 1.04)'],
  [{ median: 3.1, lowest: 2.95, highest: 12 }, 'milliseconds', '3.10 ms (2.95 to 12.0)'],
])('says %j in %s as %s', (value, unit, text) => {
  expect(format(value, unit)).toBe(text)
})
