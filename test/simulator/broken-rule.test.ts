import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replay } from 'sessionchart/inspect'
import { afterAll, expect, test, vi } from 'vitest'
import { checkWalks } from './check-walks'
import { readSequence } from './mermaid-sequence'

const folder = mkdtempSync(join(tmpdir(), 'walks-'))
afterAll(() => rmSync(folder, { recursive: true }))

// Tabs that adopt every answer they hear of, also an older one.
vi.mock(import('../../machines/session.guards'), async (original) => {
  const module = await original()
  return { ...module, sessionGuards: { ...module.sessionGuards, isNewer: () => true } }
})

test('where tabs adopt older answers, the walk that shows it says when and in which order', {
  timeout: 120_000,
}, async () => {
  const said = await checkWalks({ seed: 3, numRuns: 100 }, undefined, folder)

  const own = join(folder, readdirSync(folder)[0] ?? '')
  const diagram = readFileSync(join(own, 'diagram.mmd'), 'utf8').trimEnd()
  const lines = diagram.split('\n')
  const seen = lines.findIndex((line) => line.includes(' SEEN: '))
  const [, problem = '', tab = '', order = ''] =
    /SEEN: ((tab \d) went back from [\d/+]+(?:tab \d)? to ([\d/+]+)\/tab \d)$/.exec(lines[seen] ?? '') ?? []
  const id = tab.replace(' ', '')
  const [heard, shown] = lines.slice(seen - 2, seen)
  expect(readSequence(diagram).faults).toEqual([])
  expect(heard).toMatch(new RegExp(`^  tab\\d-\\)${id}: answered `))
  expect(heard).toContain(`order ${order})`)
  expect(shown).toMatch(new RegExp(`^  Note over ${id}: shows `))
  expect(shown).toContain(`order ${order})`)
  expect(lines.slice(seen + 1).some((line) => line.endsWith(`: PROBLEM: ${problem}`))).toBe(true)
  expect(lines.at(-1)).toContain(': PROBLEM: ')
  expect(said).toContain(diagram)
  for (const name of readdirSync(own).filter((each) => each.startsWith('tab-')))
    expect(replay(JSON.parse(readFileSync(join(own, name), 'utf8'))).differences).toEqual([])
})
