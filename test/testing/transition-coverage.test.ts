import { createSessionClient, SessionOptionError } from 'sessionchart'
import { sessionMachine, signOutMachine } from 'sessionchart/machines'
import { createTestSession, transitionCoverage } from 'sessionchart/testing'
import { afterEach, describe, expect, test, vi } from 'vitest'
import {
  type AnyStateMachine,
  createActor,
  createMachine,
  initialTransition,
  setup,
  transition,
} from 'xstate'
import { ann } from '../support/people'
import { ALL, at, makeDoor, name, taken } from './door'

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

  test('a client, when it is made later', () => {
    const coverage = transitionCoverage(sessionMachine)
    const client = createSessionClient({ session: ann })
    client.start()
    client.stop()
    coverage.stop()
    const starts = coverage.untaken().filter(({ source }) => source === 'status.starting')
    expect(starts.map(({ guard }) => guard)).toEqual(['isUnreachableSeed', 'isSignedOutSeed', null])
  })

  test('what a client does in the charts of its flows, when another was made before', async () => {
    const before = createSessionClient({ session: ann })
    before.start()
    before.stop()
    const coverage = transitionCoverage(signOutMachine)
    const session = await createTestSession({ session: ann })
    await session.clock.until(session.client.signOut({ redirect: false }))
    session.stop()
    coverage.stop()
    expect(
      coverage
        .untaken()
        .filter(({ source, target }) => source === 'readingCsrf' && target.includes('posting')),
    ).toEqual([])
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

test('a guard that only names another counts as that one', () => {
  const machine = setup({
    guards: { isTrue: () => true, isSo: 'isTrue' as unknown as () => boolean },
  }).createMachine({
    on: { go: { guard: 'isSo' } },
  })
  const coverage = transitionCoverage(machine)
  transition(machine, initialTransition(machine)[0], { type: 'go' })
  expect(coverage.untaken()).toEqual([])
  expect(coverage.unseen()).toEqual([{ guard: 'isTrue', outcome: false }])
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
