import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { quotingPages, readMeasurements } from './report/files'
import { quote, quotesIn, refreshQuotes } from './report/quotes'
import { sample } from './sample'

const measurements = readMeasurements()
const pages = quotingPages().map((path) => ({
  name: basename(path),
  quotes: quotesIn(readFileSync(path, 'utf8')),
}))
const quoting = pages.filter(({ quotes }) => quotes.length > 0)

test('the README quotes the benchmarks', () => {
  expect(quoting.map(({ name }) => name)).toContain('README.md')
})

describe.each(quoting)('$name', ({ quotes }) => {
  test.each(quotes)('quotes $path as it was measured', ({ path, text }) => {
    expect(text).toBe(quote(path, measurements))
  })
})

test('puts what was measured where a page quotes it', () => {
  const page =
    'Ten tabs: <!-- bench: polling/polls; 10; next-auth v5 -->?<!-- /bench --> reads, and 5 of ours.'
  expect(refreshQuotes(page, sample)).toBe(page.replace('?', '110'))
})

test('quotes all of a spread, or one number of it', () => {
  const path = 'rendering/renders; a thousand; sessionchart'
  expect(quote(path, sample)).toBe('× 0.98 (0.90 to 1.04)')
  expect(quote(`${path}; highest`, sample)).toBe('× 1.04')
})

test.each([
  ['polling/none; 10; sessionchart', 'no figure "polling/none"'],
  ['polling/polls; 11; sessionchart', 'no case "11"'],
  ['polling/polls; 10; nobody', 'no column "nobody"'],
  ['polling/polls; 10; sessionchart; median', 'no "median" of 1'],
])('refuses to quote %s', (path, complaint) => {
  expect(() => quote(path, sample)).toThrow(complaint)
})
