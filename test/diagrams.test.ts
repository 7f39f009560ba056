import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeFiles } from '../docs/scripts/diagrams/files'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

// Every layout is tried in several ways, and on a busy machine that takes its time.
test('the diagrams show the charts as they are', { timeout: 240_000 }, async () => {
  const stale = Object.entries(await makeFiles()).filter(([path, text]) => {
    try {
      return read(path) !== text
    } catch {
      return true
    }
  })
  expect(
    stale.map(([path]) => path),
    'Run `npm run diagrams` and commit what it writes.',
  ).toEqual([])
})
