import { expect, test } from 'vitest'
import { driftOf } from './sections/time/drift'

test('finds no drift in reads that keep the time', () => {
  expect(driftOf([500, 600, 700, 1_000], 100)).toEqual({ reads: 3, farthest: 0 })
})

test('says how far the worst of them is from the grid, early or late', () => {
  expect(driftOf([500, 603, 692, 801], 100)).toEqual({ reads: 3, farthest: 8 })
  expect(driftOf([500, 603, 698], 100)).toEqual({ reads: 2, farthest: 3 })
})

test('knows that nothing was read', () => {
  expect(driftOf([], 100)).toEqual({ reads: 0, farthest: 0 })
})
