import { expect, test } from 'vitest'
import { interleave, rotated } from './interleave'

test('measures each variant once in each round', async () => {
  const measured = await interleave(['a', 'b', 'c'], 2, (variant, round) => `${variant}${round}`)

  expect(measured).toEqual({ a: ['a0', 'a1'], b: ['b0', 'b1'], c: ['c0', 'c1'] })
})

test('begins each round with another variant', async () => {
  const order: string[] = []

  await interleave(['a', 'b', 'c'], 4, (variant) => order.push(variant))

  expect(order.join('')).toBe('abc' + 'bca' + 'cab' + 'abc')
})

test('waits for one before the next begins', async () => {
  let running = 0
  let most = 0

  await interleave(['a', 'b'], 2, async () => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
  })

  expect(most).toBe(1)
})

test('leaves what it rotates as it was', () => {
  const all = ['a', 'b', 'c']

  expect(rotated(all, 1)).toEqual(['b', 'c', 'a'])
  expect(all).toEqual(['a', 'b', 'c'])
})
