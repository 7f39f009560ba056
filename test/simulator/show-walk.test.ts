import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { chronicleWalk } from './counter-example'
import { run, type Walk } from './walk'

const folder = mkdtempSync(join(tmpdir(), 'walks-'))
afterAll(() => rmSync(folder, { recursive: true }))

const walk: Walk = {
  seed: 1,
  tabs: 2,
  abilities: { locks: true, channels: true, storage: true, loss: 0 },
  steps: [{ what: 'sign in as bob', tab: 1, waitMs: 500 }],
}
const text = JSON.stringify(walk)
const file = join(folder, 'walk.json')
writeFileSync(file, text)

test.each([
  ['as JSON', text],
  ['in a file', file],
])('npm run walks -- --show shows a walk that is given %s', { timeout: 60_000 }, async (_, given) => {
  const script = ['--import', 'tsx', 'test/simulator/many-walks.ts', '--show', given]

  const shown = execFileSync(process.execPath, script, { encoding: 'utf8' })

  expect(shown.trimEnd()).toBe((await chronicleWalk(walk, run)).diagram)
  expect(shown).toContain('sign in as bob')
})
