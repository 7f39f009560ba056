import { expect, test } from 'vitest'
import { middle } from './measure-consumers'

const turn = (renders: number, milliseconds: number) =>
  ({ mount: { renders, milliseconds, given: milliseconds * 2 } }) as Parameters<typeof middle>[0][number]

test('takes the median of the times', () => {
  expect(middle([turn(7, 1), turn(7, 90), turn(7, 2)])).toEqual({
    mount: { renders: 7, milliseconds: 2, given: 4 },
  })
})

test('refuses renders that differ from turn to turn', () => {
  expect(() => middle([turn(7, 1), turn(8, 1)])).toThrow('mount has rendered 7 times, and also 8.')
})
