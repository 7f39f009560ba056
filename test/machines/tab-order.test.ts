import { expect, test } from 'vitest'
import { isAfter, nextNumber } from '../../machines/tab-order'

const order = { epoch: 1, stamp: 1, from: 'b' }

test('an answer stands after another by its epoch, then by its stamp, then by the name of its tab', () => {
  expect(isAfter({ epoch: 2, stamp: 0, from: 'a' }, order)).toBe(true)
  expect(isAfter({ epoch: 0, stamp: 2, from: 'c' }, order)).toBe(false)
  expect(isAfter({ epoch: 1, stamp: 2, from: 'a' }, order)).toBe(true)
  expect(isAfter({ epoch: 1, stamp: 0, from: 'c' }, order)).toBe(false)
  expect(isAfter({ ...order, from: 'c' }, order)).toBe(true)
  expect(isAfter({ ...order, from: 'a' }, order)).toBe(false)
})

test('no answer stands after itself', () => expect(isAfter(order, { ...order })).toBe(false))

test('numbers go on where the clock does not', () => {
  expect(nextNumber(5, 3)).toBe(5)
  expect(nextNumber(3, 5)).toBe(6)
})
