import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { scenarios } from '../docs/scripts/compare/scenario-list'
import { oneSentence } from '../docs/scripts/compare/sentences'
import { expectOurs, isOurs, onlyOurs, ours } from './support/compared'

const page = readFileSync('docs/comparison.md', 'utf8')
const listed = Object.values(scenarios).flat()
const idsOf = (matches: Iterable<RegExpMatchArray>) => [...new Set([...matches].map(([, id]) => id))].sort()

test('lists the scenarios without a gap', () => {
  const ids = listed.map(({ id }) => id).sort()
  expect(ids).toEqual(ids.map((_, index) => `S${String(index + 1).padStart(2, '0')}`))
})

test('has a file for every scenario, or says why it has none', () => {
  const files = readdirSync('test/scenarios').join(' ')
  const withFile = listed.filter(({ elsewhere }) => elsewhere === undefined).map(({ id }) => id)
  expect(idsOf(files.matchAll(/\b(S\d\d)-/g))).toEqual(withFile.sort())
})

test('shows every scenario on the page, and what each of its files says', () => {
  const ids = listed.map(({ id }) => id).sort()
  const withFile = listed.filter(({ elsewhere }) => elsewhere === undefined).map(({ id }) => id)
  const [overview = ''] = page.split('## In real tabs')
  expect(idsOf(overview.matchAll(/^\| \[?(S\d\d)/gm))).toEqual(ids)
  expect(idsOf(page.matchAll(/^### (S\d\d)$/gm))).toEqual(withFile.sort())
})

test('leaves out no expectation when the scenarios run with sessionchart', () => {
  expect(isOurs).toBe(true)
  expect(expectOurs).toBe(expect)
  expect(ours({ logger: 1 })).toEqual({ logger: 1 })
  expect(onlyOurs('anything')).toBeUndefined()
})

test.each([
  [['reads once'], 'reads once'],
  [
    ["signs out on a 401 with 'null'", "signs out on a 401 with '{}'"],
    'signs out on a 401 with … (null; {})',
  ],
  [
    ["stays through 'a 500' and waits", "stays through 'no answer' and waits"],
    'stays through … and waits (a 500; no answer)',
  ],
  [['on a, imports', 'on b, imports'], 'on … imports (a; b)'],
  [['1', '2', '3', '4', '5', '6'], '… (1; 2; 3; 4; 2 more)'],
])('makes one sentence of %j', (names, sentence) => {
  expect(oneSentence(names)).toBe(sentence)
})
