import { expect, test } from 'vitest'
import { activeIds, pathIn, pathsIn, placesIn } from '../../src/devtools/states/state-paths'

const value = { status: 'loading', request: { reading: 'asking' }, tabs: {} }

test('gives the active states of each region from the outside in', () => {
  expect(pathsIn(value)).toEqual({ status: ['loading'], request: ['reading', 'asking'], tabs: [] })
  expect(placesIn(value)).toEqual({ status: 'loading', request: 'reading · asking', tabs: '' })
  expect([...activeIds(value)]).toEqual([
    'session.status.loading',
    'session.request.reading',
    'session.request.reading.asking',
  ])
})

test('gives none of a chart without regions, as a recording from elsewhere may have', () => {
  expect(pathIn(undefined)).toEqual([])
  expect(pathsIn('loading')).toEqual({})
  expect(placesIn('loading')).toEqual({})
})
