import { SessionOptionError } from 'sessionchart'
import { type MachineTransition, type TransitionCoverage, transitionCoverage } from 'sessionchart/testing'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  type AnyStateMachine,
  and,
  assign,
  createActor,
  createMachine,
  fromPromise,
  initialTransition,
  not,
  setup,
  transition,
} from 'xstate'

const makeDoor = () =>
  setup({
    types: { context: {} as { locked: boolean }, input: {} as { locked?: boolean } },
    actors: { knock: fromPromise(async () => {}) },
    guards: {
      isLocked: ({ context }: { context: { locked: boolean } }) => context.locked,
      isOpenable: not('isLocked'),
      isAlways: () => true,
    },
    actions: { lock: assign({ locked: true }) },
    delays: { draught: 100 },
  }).createMachine({
    id: 'door',
    context: ({ input }) => ({ locked: input.locked ?? false }),
    initial: 'choosing',
    on: { slam: '.closed' },
    states: {
      choosing: { always: [{ guard: 'isLocked', target: 'closed' }, { target: 'open' }] },
      open: { after: { draught: 'closed' }, on: { close: 'closed' } },
      closed: {
        on: {
          open: [{ guard: 'isOpenable', target: 'open' }, { target: 'knocking' }],
          lock: { guard: and(['isAlways', 'isOpenable']), actions: 'lock' },
          look: { guard: ({ event }) => 'closely' in event },
        },
      },
      knocking: { invoke: { id: 'knock', src: 'knock', onDone: 'open', onError: 'closed' } },
    },
  })

const name = ({ source, event, guard, target }: MachineTransition) =>
  `${source} ${event}${guard ? ` [${guard}]` : ''} > ${target}`
const taken = (coverage: TransitionCoverage) => {
  const left = coverage.untaken().map(name)
  return ALL.filter((each) => !left.includes(each))
}

const ALL = [
  ' slam > closed',
  'choosing  [isLocked] > closed',
  'choosing  > open',
  'open close > closed',
  'open xstate.after.draught.door.open > closed',
  'closed open [isOpenable] > open',
  'closed open > knocking',
  'closed lock [and(isAlways, isOpenable)] > ',
  'closed look [inline] > ',
  'knocking xstate.done.actor.knock > open',
  'knocking xstate.error.actor.knock > closed',
]
const at = (machine: AnyStateMachine, value: string, locked = false) =>
  machine.resolveState({ value, context: { locked } })

afterEach(() => void vi.useRealTimers())

test('at first nothing is taken', () => {
  expect(transitionCoverage(makeDoor()).untaken().map(name)).toEqual(ALL)
})

test('a transition is plain data', () => {
  const coverage = transitionCoverage(makeDoor())
  const found = coverage.untaken().find(({ guard }) => guard === 'isOpenable')
  expect(found).toEqual({ source: 'closed', event: 'open', guard: 'isOpenable', target: ['open'] })
})

describe('counts what is taken by', () => {
  test('transition()', () => {
    const door = makeDoor()
    const coverage = transitionCoverage(door)
    transition(door, at(door, 'closed', true), { type: 'open' })
    expect(taken(coverage)).toEqual(['closed open > knocking'])
  })

  test('initialTransition()', () => {
    const door = makeDoor()
    const coverage = transitionCoverage(door)
    initialTransition(door, { locked: true })
    expect(taken(coverage)).toEqual(['choosing  [isLocked] > closed'])
  })

  test('an actor, its own actors and its time limits', async () => {
    vi.useFakeTimers()
    const door = makeDoor()
    const coverage = transitionCoverage(door)
    const actor = createActor(door, { input: { locked: true } }).start()
    actor.send({ type: 'open' })
    await vi.advanceTimersByTimeAsync(1)
    expect(actor.getSnapshot().value).toBe('open')
    await vi.advanceTimersByTimeAsync(100)
    expect(actor.getSnapshot().value).toBe('closed')
    expect(taken(coverage)).toEqual([
      'choosing  [isLocked] > closed',
      'open xstate.after.draught.door.open > closed',
      'closed open > knocking',
      'knocking xstate.done.actor.knock > open',
    ])
  })

  test('an actor that was started before', () => {
    const door = makeDoor()
    const actor = createActor(door, { input: {} }).start()
    const coverage = transitionCoverage(door)
    actor.send({ type: 'slam' })
    expect(taken(coverage)).toEqual([' slam > closed'])
  })

  test('an actor that is over as it starts', () => {
    const machine = createMachine({
      initial: 'a',
      states: { a: { always: 'b' }, b: { type: 'final' } },
    })
    const coverage = transitionCoverage(machine)
    createActor(machine).start()
    expect(coverage.untaken()).toEqual([])
  })

  test('an actor of a copy, and of a copy of that', () => {
    const door = makeDoor()
    const coverage = transitionCoverage(door)
    const copy = door.provide({ guards: { isLocked: () => true } })
    createActor(copy, { input: {} }).start().send({ type: 'slam' })
    const next = copy.provide({ guards: { isOpenable: () => true } })
    transition(next, at(next, 'closed'), { type: 'open' })
    expect(taken(coverage)).toEqual([
      ' slam > closed',
      'choosing  [isLocked] > closed',
      'closed open [isOpenable] > open',
    ])
    expect(coverage.unseen()).toEqual([
      { guard: 'isLocked', outcome: false },
      { guard: 'isOpenable', outcome: false },
      { guard: 'isAlways', outcome: true },
      { guard: 'isAlways', outcome: false },
    ])
  })

  test('a transition that only stays', () => {
    const door = makeDoor()
    const coverage = transitionCoverage(door)
    transition(door, at(door, 'closed'), { type: 'lock' })
    expect(taken(coverage)).toEqual(['closed lock [and(isAlways, isOpenable)] > '])
  })
})

describe('does not count', () => {
  test('an actor that is never started', () => {
    const door = makeDoor()
    const coverage = transitionCoverage(door)
    createActor(door, { input: {} })
    expect(coverage.untaken().map(name)).toEqual(ALL)
    expect(coverage.unseen()).toContainEqual({ guard: 'isLocked', outcome: false })
  })

  test('what is only asked or looked at', () => {
    const door = makeDoor()
    const snapshot = at(door, 'closed')
    const coverage = transitionCoverage(door)
    expect(snapshot.can({ type: 'lock' })).toBe(true)
    expect(snapshot.can({ type: 'open' })).toBe(true)
    expect(JSON.stringify(door)).toContain('knocking')
    expect(coverage.untaken().map(name)).toEqual(ALL)
    expect(coverage.unseen()).toHaveLength(6)
  })

  test('a transition that yields to that of another region', () => {
    const machine = createMachine({
      type: 'parallel',
      states: {
        left: { initial: 'a', states: { a: { on: { go: { target: '#right.b' } } } } },
        right: { id: 'right', initial: 'a', states: { a: { on: { go: 'b' } }, b: {} } },
      },
    })
    const coverage = transitionCoverage(machine)
    transition(machine, initialTransition(machine)[0], { type: 'go' })
    expect(coverage.untaken().map(({ source }) => source)).toEqual(['right.a'])
  })

  test('a copy that was made before', () => {
    const door = makeDoor()
    const copy = door.provide({})
    const coverage = transitionCoverage(door)
    transition(copy, at(copy, 'closed'), { type: 'slam' })
    expect(coverage.untaken().map(name)).toEqual(ALL)
  })
})

test('a guard that was only true, or only false, is listed', () => {
  const door = makeDoor()
  const coverage = transitionCoverage(door)
  transition(door, at(door, 'closed'), { type: 'lock' })
  expect(coverage.unseen()).toEqual([
    { guard: 'isLocked', outcome: true },
    { guard: 'isOpenable', outcome: false },
    { guard: 'isAlways', outcome: false },
  ])
  transition(door, at(door, 'closed', true), { type: 'open' })
  expect(coverage.unseen()).toEqual([{ guard: 'isAlways', outcome: false }])
})

describe('the report', () => {
  test('lists by state what is left', () => {
    vi.useFakeTimers()
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
})

describe('stop', () => {
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
})

test('a copy can be covered by itself', () => {
  const door = makeDoor()
  const whole = transitionCoverage(door)
  const [copy, other] = [door.provide({}), door.provide({})]
  const part = transitionCoverage(copy)
  transition(other, at(other, 'closed'), { type: 'slam' })
  transition(copy, at(copy, 'open'), { type: 'close' })
  expect(taken(part)).toEqual(['open close > closed'])
  expect(taken(whole)).toEqual([' slam > closed', 'open close > closed'])
})

test.each([undefined, null, {}, 'door', { root: {} }])('%o is no machine', (value) => {
  const call = () => transitionCoverage(value as AnyStateMachine)
  expect(call).toThrow(SessionOptionError)
  expect(call).toThrow('machine must be a state machine of XState v5')
})
