import { transitionCoverage } from 'sessionchart/testing'
import { expect, test } from 'vitest'
import { createMachine, fromPromise, initialTransition, setup, transition } from 'xstate'
import { at, makeDoor } from './door'

test('lists by state what is left', () => {
  const door = makeDoor()
  const coverage = transitionCoverage(door)
  transition(door, at(door, 'closed', true), { type: 'open' })
  transition(door, at(door, 'closed'), { type: 'open' })
  expect(coverage.report()).toBe(
    `
door: 2 of 11 transitions taken

door
  slam → closed

choosing
  always [isLocked] → closed
  always → open

open
  close → closed
  after draught → closed

closed
  lock [and(isAlways, isOpenable)] → stays
  look [inline] → stays

knocking
  knock done → open
  knock failed → closed

guards
  isAlways was never true
  isAlways was never false`.trimStart(),
  )
})

test('is a line when nothing is left', () => {
  const machine = createMachine({ id: 'lamp', on: { press: { actions: [] } } })
  const coverage = transitionCoverage(machine)
  transition(machine, initialTransition(machine)[0], { type: 'press' })
  expect(coverage.report()).toBe('lamp: 1 of 1 transitions taken')
})

test('names the ends of states and of actors without a name', () => {
  const machine = createMachine({
    id: 'm',
    initial: 'a',
    states: {
      a: {
        initial: 'b',
        states: { b: { type: 'final' } },
        onDone: '.b',
        invoke: { src: fromPromise(async () => {}), onSnapshot: '.b', onDone: '.b' },
      },
    },
  })
  expect(transitionCoverage(machine).report()).toContain(
    '  done → a.b\n  0.m.a done → a.b\n  0.m.a changed → a.b',
  )
})

test('names guards with parameters, and functions that have a name', () => {
  const isLate = () => true
  const machine = setup({
    guards: { isAbove: (_, limit: { least: number }) => limit.least > 0 },
  }).createMachine({
    on: {
      rise: { guard: { type: 'isAbove', params: { least: 1 } } },
      wait: { guard: isLate },
    },
  })
  const report = transitionCoverage(machine).report()
  expect(report).toContain('  rise [isAbove] → stays\n  wait [isLate] → stays')
})
