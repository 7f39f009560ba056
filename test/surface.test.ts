import { sessionMachine } from 'sessionchart/machines'
import { describe, expect, test } from 'vitest'
import { writeChartsLock } from '../docs/scripts/surface/charts-lock'
import { differences, HINT } from '../docs/scripts/surface/differences'
import { readEntryPoints } from '../docs/scripts/surface/entry-points'
import { CHARTS_LOCK } from '../docs/scripts/surface/files'
import { readKept } from '../docs/scripts/surface/kept-files'
import { tags } from '../docs/scripts/surface/words'
import { nodesOf } from '../src/testing/coverage/machine-transitions'

// `npm run check:surface` compares the reports, too, which takes a build.

const root = new URL('../', import.meta.url)
const kept = readKept(root)

test('the lock file has the names of the charts as they are', () => {
  const lock = { [CHARTS_LOCK]: kept[CHARTS_LOCK] ?? '' }
  expect(differences(lock, { [CHARTS_LOCK]: writeChartsLock() }), HINT).toEqual([])
})

test('the lock file has every tag that a state has, and no other', () => {
  expect([...new Set(nodesOf(sessionMachine).flatMap((node) => node.tags))].sort()).toEqual(tags)
})

test('every entry of the package has a report, and nothing else has', () => {
  const reports = readEntryPoints(root).map(
    ({ name }) => `docs/api-report/${name.replaceAll('/', '-')}.api.md`,
  )
  expect(Object.keys(kept).sort()).toEqual([CHARTS_LOCK, ...reports].sort())
})

describe('the differences', () => {
  test('are none where all is as it was', () => {
    expect(differences({ a: 'one\n' }, { a: 'one\n' })).toEqual([])
  })

  test('show what was and what is', () => {
    const [patch, ...more] = differences({ a: 'one\ntwo\n' }, { a: 'one\nthree\n' })
    expect(patch).toMatch(/^ one\n-two\n\+three\n/m)
    expect(more).toEqual([])
  })

  test('show files that are new, and files that are gone', () => {
    const [gone, added] = differences({ gone: 'one\n' }, { new: 'two\n' })
    expect(gone).toMatch(/^-one\n/m)
    expect(added).toMatch(/^\+two\n/m)
  })
})
