import { expect, test } from 'vitest'
import { chartDrawing } from '../../src/devtools/chart/chart-drawing'
import { transitionPath } from '../../src/devtools/chart/transition-path'
import { activeIds } from '../../src/devtools/states/state-paths'

type Value = Parameters<typeof transitionPath>[1]

const region = (name: string) => {
  const found = chartDrawing.find(({ id }) => id === `session.${name}`)
  if (!found) throw new Error(`${name} is not drawn.`)
  return found
}
const way = (name: string, before: Value, after: Value) =>
  transitionPath(region(name), { [name]: before } as Value, { [name]: after } as Value).map(
    ({ source, target }) => [source, target].map((id) => id.replace(`session.${name}.`, '')),
  )

test('takes the arrow between two states', () => {
  expect(way('status', 'loading', 'authenticated')).toEqual([['loading', 'authenticated']])
})

test('takes an arrow that comes from the state around', () => {
  expect(way('network', 'offline', 'online')).toEqual([['offline', 'online']])
  const [[source] = []] = way('status', { unauthenticated: 'known' }, 'authenticated')
  expect('unauthenticated.known'.startsWith(source ?? '-')).toBe(true)
})

test('goes through states that are left at once', () => {
  const found = way('request', { reading: 'asking' }, 'idle')
  expect(found.at(-1)).toEqual(['choosing', 'idle'])
  expect(found[0]?.[1]).toBe('choosing')
})

test('goes through no state in which it could have stayed', () => {
  expect(way('status', 'loading', { unauthenticated: 'known' })).toEqual([])
})

test('takes none where nothing has moved, or no way leads', () => {
  expect(way('status', 'loading', 'loading')).toEqual([])
  expect(way('status', 'authenticated', 'nowhere')).toEqual([])
})

test('every state that can be active is drawn', () => {
  const drawn = new Set<string>()
  const add = (states: (typeof chartDrawing)[number]['states']) => {
    for (const { id, states: inner } of states) {
      drawn.add(id)
      add(inner)
    }
  }
  for (const { states } of chartDrawing) add(states)
  const active = activeIds({ status: { unauthenticated: 'known' }, request: { reading: 'asking' } })

  expect([...active]).toEqual([
    'session.status.unauthenticated',
    'session.status.unauthenticated.known',
    'session.request.reading',
    'session.request.reading.asking',
  ])
  expect([...active].filter((id) => !drawn.has(id))).toEqual([])
})
