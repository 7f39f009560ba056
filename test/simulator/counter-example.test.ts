import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { replay } from 'sessionchart/inspect'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkWalks, type TakeWalk } from './check-walks'
import { readSequence } from './mermaid-sequence'
import { run, type Walk } from './walk'

const parent = mkdtempSync(join(tmpdir(), 'walks-'))
afterAll(() => rmSync(parent, { recursive: true }))

/** An invariant that does not hold, in words that Mermaid would stumble over. */
const PROBLEM = 'a tab was killed; its #1 rule is <none>'
const killsNobody: TakeWalk = async (walk, observer) => {
  const problems = await run(walk, observer)
  const isKilled = walk.steps.some(({ what }) => what === 'kill')
  if (isKilled && !observer) failed.push(walk)
  return isKilled ? [...problems, PROBLEM] : problems
}
const failed: Walk[] = []

describe('of a walk that fails', () => {
  const folder = join(parent, 'fails')
  let said = ''
  let own = ''
  const read = (name: string) => readFileSync(join(own, name), 'utf8')
  const walk = (): Walk => JSON.parse(read('walk.json'))

  beforeAll(async () => {
    said = await checkWalks({ seed: 7, numRuns: 100 }, killsNobody, folder)
    own = join(folder, readdirSync(folder)[0] ?? '')
  }, 120_000)

  test('the walk is saved as it was shrunk', () => {
    expect(failed.length).toBeGreaterThan(1)
    expect(walk()).toEqual(failed.at(-1))
    expect(walk().tabs).toBe(2)
  })

  test('the diagram is in lines that Mermaid reads, and names all tabs, the lock and the server', () => {
    const { participants, faults } = readSequence(read('diagram.mmd').trimEnd())

    expect(faults).toEqual([])
    expect([...participants.values()]).toEqual(expect.arrayContaining(['tab 1', 'tab 2', 'lock', 'server']))
  })

  test('the diagram has the steps in their order, each over its tab, and ends with the problem', () => {
    const { notes } = readSequence(read('diagram.mmd').trimEnd())
    const timed = notes.flatMap(({ text }) => /^[\d.]+ s: (.*)$/.exec(text)?.[1] ?? [])
    const { steps } = walk()

    expect(timed.slice(0, steps.length).map((text) => text.replace(/ \(.*\)$/, ''))).toEqual(
      steps.map(({ what }) => what),
    )
    const kill = notes.find(({ text }) => text.endsWith(': kill'))
    const { tab = 0 } = steps.find(({ what }) => what === 'kill') ?? {}
    expect(kill?.over).toEqual([`tab${(tab % 2) + 1}`])
    expect(read('diagram.mmd').trimEnd().split('\n').at(-1)).toMatch(
      /^ {2}Note over \w+,\w+: PROBLEM: a tab was killed, its ,1 rule is ,none,$/,
    )
  })

  test('each tab has a recording, which replays without differences', () => {
    const recordings = readdirSync(own).filter((name) => name.startsWith('tab-'))

    expect(recordings).toEqual(['tab-1.json', 'tab-2.json'])
    for (const name of recordings) {
      const recording = JSON.parse(read(name))
      const { sameChart, differences } = replay(recording)
      expect(sameChart).toBe(true)
      expect(differences).toEqual([])
      expect(recording.parts[0].steps.length).toBeGreaterThan(0)
    }
  })

  test('what is said has the diagram, how it is found again, and where it is', () => {
    expect(said).toContain(read('diagram.mmd'))
    expect(said).toMatch(/seed: 7, path: "\d+(:\d+)*"/)
    expect(said).toContain(`Saved in ${own}: diagram.mmd, walk.json, tab-1.json, tab-2.json`)
    expect(said).toContain(`--show ${own}/walk.json`)
    expect(said).not.toContain('did not fail')
  })
})

test('walks that hold say nothing, write nothing, and are not looked at', async () => {
  const take = vi.fn<TakeWalk>(async (...given) => run(...given))
  const folder = join(parent, 'holds')

  expect(await checkWalks({ seed: 7, numRuns: 3 }, take, folder)).toBe('')

  expect(take.mock.calls.map(([, observer]) => observer)).toEqual([undefined, undefined, undefined])
  expect(existsSync(folder)).toBe(false)
})

test('it is said when a walk fails without being looked at only', async () => {
  const take: TakeWalk = async (_, observer) => {
    if (!observer) return [PROBLEM]
    await run({ seed: 1, tabs: 1, abilities, steps: [] }, observer)
    return []
  }

  const said = await checkWalks({ seed: 7, numRuns: 1 }, take, join(parent, 'once'))

  expect(said).toContain('It did not fail when it was taken once more.')
})

const abilities = { locks: true, channels: true, storage: true, loss: 0 }
