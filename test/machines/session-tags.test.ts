import { sessionMachine } from 'sessionchart/machines'
import { expect, test } from 'vitest'
import { nodesOf } from '../../src/testing/coverage/machine-transitions'
import { tagRows } from './session/tags.table'

test.each(tagRows)('%s has its tags', (_, snapshot, tags) => {
  expect([...snapshot.tags].sort()).toEqual(tags.sort())
})

test('every tag is seen somewhere', () => {
  const seen = new Set(tagRows.flatMap(([, , tags]) => tags))
  const declared = new Set(nodesOf(sessionMachine).flatMap(({ tags }) => tags))
  expect([...declared].sort()).toEqual([...seen].sort())
})
