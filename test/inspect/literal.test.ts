import { expect, test } from 'vitest'
import { literal } from '../../src/inspect/flight-recorder/literal'

const long = 'x'.repeat(60)

test('writes what is short on one line', () => {
  expect(literal({ a: [1, null, "it's"], 'b c': {} })).toBe("{ a: [1, null, 'it\\'s'], 'b c': {} }")
})

test('gives each item of a long list a line', () => {
  expect(literal([long, { a: long }])).toBe(`[\n  '${long}',\n  { a: '${long}' },\n]`)
})

test('goes on so within it', () => {
  const list = [long, long]
  const rows = (indent: string) => `[\n${indent}  '${long}',\n${indent}  '${long}',\n${indent}]`
  expect(literal({ list })).toBe(`{\n  list: ${rows('  ')},\n}`)
  expect(literal([list])).toBe(`[\n  ${rows('  ')},\n]`)
})
