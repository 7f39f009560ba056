import { expect, test } from 'vitest'
import { counts, ratios, spreads } from './columns'

const variants = ['ours', 'theirs'] as const

test('gives spreads in the order of the variants', () => {
  const rounds = { theirs: [4, 9, 5], ours: [3, 1, 2] }

  expect(spreads(variants, rounds)).toEqual([
    { median: 2, lowest: 1, highest: 3 },
    { median: 5, lowest: 4, highest: 9 },
  ])
})

test('divides round by round, and not median by median', () => {
  // A slow minute in the middle: each time it is twice as much.
  const rounds = { ours: [2, 200, 4], theirs: [1, 100, 2] }

  expect(ratios(variants, rounds, 'theirs')[0]).toEqual({ median: 2, lowest: 2, highest: 2 })
})

test('gives counts that are the same each time', () => {
  expect(counts(variants, { ours: [0, 0], theirs: [7, 7] })).toEqual([0, 7])
})

test('refuses counts that differ from round to round', () => {
  expect(() => counts(variants, { ours: [0, 1], theirs: [7, 7] })).toThrow('with ours: 0, 1.')
})

test('refuses counts of nothing', () => {
  expect(() => counts(variants, { ours: [], theirs: [] })).toThrow('with ours')
})
