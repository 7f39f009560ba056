import { transitionCoverage } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { transition } from 'xstate'
import { ALL, at, makeDoor, name, taken } from './door'

test('puts the machine back, and keeps what was counted', () => {
  const door = makeDoor()
  const { transition: before, provide } = door
  const guards = door.implementations.guards
  const keys = Reflect.ownKeys(door)

  const coverage = transitionCoverage(door)
  transition(door, at(door, 'closed'), { type: 'slam' })
  expect(door.transition).not.toBe(before)
  coverage.stop()
  coverage.stop()

  expect(door.transition).toBe(before)
  expect(door.provide).toBe(provide)
  expect(door.implementations.guards).toBe(guards)
  expect(Reflect.ownKeys(door)).toEqual(keys)
  const [slam] = door.root.transitions.get('slam') ?? []
  expect(Object.getOwnPropertyDescriptor(slam, 'actions')).toMatchObject({ value: [] })
  expect(taken(coverage)).toEqual([' slam > closed'])
})

test('ends the counting, in copies too', () => {
  const door = makeDoor()
  const coverage = transitionCoverage(door)
  const copy = door.provide({})
  coverage.stop()
  for (const each of [door, copy]) transition(each, at(each, 'closed'), { type: 'slam' })
  expect(coverage.untaken().map(name)).toEqual(ALL)
})

test('leaves another coverage of the machine alone, whichever ends first', () => {
  const door = makeDoor()
  const { transition: before } = door
  const [first, second] = [transitionCoverage(door), transitionCoverage(door)]
  first.stop()
  transition(door, at(door, 'closed'), { type: 'slam' })
  expect([taken(first), taken(second)]).toEqual([[], [' slam > closed']])
  second.stop()
  expect(door.transition).toBe(before)
})

test('another coverage can begin afterwards', () => {
  const door = makeDoor()
  transitionCoverage(door).stop()
  const coverage = transitionCoverage(door)
  transition(door, at(door, 'closed'), { type: 'slam' })
  expect(taken(coverage)).toEqual([' slam > closed'])
})
