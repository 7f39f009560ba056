import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readPages, root } from './pages'

const { scripts, bin } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))

/** What the pages name by a pattern, each as `docs/page.md: name`. */
const named = (pattern: RegExp) =>
  readPages().flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, name]) => ({ path, name })))

test('every script that a page names is there', () => {
  const found = named(/npm run ([\w:-]+)/g)
  expect(found.length).toBeGreaterThan(10)
  expect(found.filter(({ name = '' }) => !(name in scripts))).toEqual([])
})

test('every command of the package that a page names is there', () => {
  const found = named(/npx sessionchart ([\w-]+)/g)
  expect(Object.keys(bin)).toEqual(['sessionchart'])
  expect(found.length).toBeGreaterThan(2)
  expect(found.filter(({ name }) => name !== 'migrate')).toEqual([])
})
