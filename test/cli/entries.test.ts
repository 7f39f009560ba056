import { describe, expect, test } from 'vitest'
import { entries } from '../../src/cli/entries'
import { type Exported, loadExports } from './exports'

const real = loadExports()
const names = (exported: Exported[]) => exported.map(({ name }) => name)
const interfaces = (exported: Exported[]) => names(exported.filter(({ isInterface }) => isInterface))
const nextAuth = [...new Set([...names(real['next-auth 4']), ...names(real['next-auth 5'])])]

describe.each([
  { target: 'sessionchart/react', own: 'next-auth 5' },
  { target: 'sessionchart/v4', own: 'next-auth 4' },
] as const)('$target', ({ target, own }) => {
  const entry = entries[target]
  const ours = real[target]

  test('has what the command believes it to have', () => {
    expect(entry.exports.filter((name) => !names(ours).includes(name))).toEqual([])
    const shared = nextAuth.filter((name) => names(ours).includes(name))
    expect([...shared, 'Session'].sort()).toEqual([...entry.exports].sort())
  })

  test('has the interfaces that can be extended in either', () => {
    const shared = interfaces(real[own]).filter((name) => interfaces(ours).includes(name))

    expect(shared.sort()).toEqual([...entry.interfaces].sort())
  })

  test('misses nothing of its next-auth', () => {
    expect(names(real[own])).toContain('useSession')
    expect(names(real[own]).filter((name) => !entry.exports.includes(name))).toEqual([])
  })
})
