import { getEventListeners } from 'node:events'
import type { Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { createActor } from 'xstate'
import { alarm } from '../../src/effects/alarm'
import { createFakeClock, type FakeClock, START } from '../client/fake-clock'
import { createFakePage } from '../client/fake-page'
import { wholeEnvironment } from '../support/whole-environment'
import { surround } from './surroundings'

const DAY_MS = 24 * 60 * 60 * 1_000
const LONGEST_TIMER_MS = 2 ** 31 - 1

let clock: FakeClock
let environment: Environment
let scope: AbortController
beforeEach(() => {
  clock = createFakeClock()
  environment = { ...wholeEnvironment, ...clock.environment }
  scope = new AbortController()
})

/** Sets the alarm. Gives the time at which it rang, when it has. */
function set(dueAt: number, withinMs?: number) {
  let rangAt: number | undefined
  const input = { dueAt, ...(withinMs !== undefined && { withinMs }) }
  const actor = createActor(alarm, { input })
  surround(actor, { life: scope.signal, environment })
  actor.subscribe({
    next: ({ output }) => {
      rangAt ??= output?.at
    },
    error: () => {},
  })
  actor.start()
  return { actor, rangAt: () => rangAt }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('rings when it is due, and not before', async () => {
  const { rangAt } = set(START + 5_000)
  await clock.advance(4_999)
  expect(rangAt()).toBeUndefined()

  await clock.advance(1)
  expect(rangAt()).toBe(START + 5_000)
  expect(clock.timers()).toEqual([])
})

test.for([0, -1, -DAY_MS])('rings at once when it is due %i ms from now', async (fromNow) => {
  const { rangAt } = set(START + fromNow)

  await turn()

  expect(rangAt()).toBe(START)
})

test('rings no later than it may, though the clock was set back before', async () => {
  const { rangAt } = set(START + 3_600_000, 2_000)
  await clock.advance(1_999)
  expect(rangAt()).toBeUndefined()

  await clock.advance(1)

  expect(rangAt()).toBe(START + 2_000)
})

test('looks at the clock every minute on the last day', async () => {
  const { rangAt } = set(START + 10 * DAY_MS)
  expect(clock.timers()).toEqual([9 * DAY_MS])
  await clock.advance(9 * DAY_MS)
  expect(clock.timers()).toEqual([60_000])
  await clock.advance(60_000)
  expect(clock.timers()).toEqual([60_000])

  await clock.advance(DAY_MS - 60_001)
  expect(rangAt()).toBeUndefined()
  await clock.advance(1)
  expect(rangAt()).toBe(START + 10 * DAY_MS)
})

test('wakes no page that nobody sees before it is due', async () => {
  const page = createFakePage()
  let isVisible = true
  environment = { ...environment, on: page.environment.on as Environment['on'], isVisible: () => isVisible }
  const { rangAt } = set(START + 3_600_000)
  expect(clock.timers()).toEqual([60_000])
  const turnTo = (visible: boolean) => {
    isVisible = visible
    page.happens('visibilitychange')
  }

  await clock.advance(30_000)
  turnTo(false)
  expect(clock.timers()).toEqual([30_000])
  await clock.advance(30_000)
  expect(clock.timers()).toEqual([3_540_000])
  await clock.advance(1_170_000)
  expect(clock.timers()).toEqual([2_370_000])
  turnTo(true)
  expect(clock.timers()).toEqual([60_000])
  turnTo(false)
  await clock.advance(2_369_999)
  expect(rangAt()).toBeUndefined()

  await clock.advance(1)
  expect(rangAt()).toBe(START + 3_600_000)
})

test.for(['online', 'visibilitychange'] as const)(
  'is not put off by %s time and again, with a clock that was set back',
  async (type) => {
    const page = createFakePage()
    environment = { ...environment, on: page.environment.on as Environment['on'] }
    const { rangAt } = set(START + 50_000)
    clock.set(START - DAY_MS)
    for (let second = 0; second < 49; second += 1) {
      await clock.advance(1_000)
      page.happens(type)
    }
    expect(rangAt()).toBeUndefined()

    await clock.advance(1_000)

    expect(rangAt()).toBe(START - DAY_MS + 50_000)
  },
)

test.for([
  ['400 days', START + 400 * DAY_MS],
  ['for ever', Number.POSITIVE_INFINITY],
] as const)('does not ring early when it waits %s', async ([, dueAt]) => {
  const { rangAt } = set(dueAt)

  await clock.advance(3_600_000)

  expect(rangAt()).toBeUndefined()
  expect(clock.timers()).toEqual([LONGEST_TIMER_MS - 3_600_000])
})

test.for(['visibilitychange', 'online', 'pageshow', 'resume'] as const)(
  'rings at once when the time has come while the device slept, and the page hears %s',
  async (type) => {
    const page = createFakePage()
    environment = { ...environment, on: page.environment.on as Environment['on'] }
    const { rangAt } = set(START + 10 * DAY_MS)
    page.happens(type)
    await turn()
    expect(rangAt()).toBeUndefined()

    clock.set(START + 11 * DAY_MS)
    page.happens(type)
    await turn()
    expect(rangAt()).toBe(START + 11 * DAY_MS)
    expect([...page.held(), ...clock.timers()]).toEqual([])
  },
)

test('rings within a minute when the clock was set forward, or the device slept', async () => {
  const { rangAt } = set(START + DAY_MS)
  await clock.advance(30_000)
  clock.set(START + 2 * DAY_MS)

  await clock.advance(30_000)

  expect(rangAt()).toBe(START + 2 * DAY_MS + 30_000)
})

test('is not put off by a clock that is set back', async () => {
  const { rangAt } = set(START + 90_000)
  await clock.advance(10_000)
  clock.set(START - DAY_MS)

  await clock.advance(79_999)
  expect(rangAt()).toBeUndefined()
  await clock.advance(1)
  expect(rangAt()).toBe(START - DAY_MS + 80_000)
})

test('is silent, with no timer left, after it was stopped', async () => {
  const { actor, rangAt } = set(START + 5_000)

  actor.stop()
  await turn()
  expect(clock.timers()).toEqual([])

  await clock.advance(5_000)
  expect(rangAt()).toBeUndefined()
})

test('ends with the life of the client', async () => {
  const { rangAt } = set(START + 5_000)

  scope.abort()
  await turn()
  expect(clock.timers()).toEqual([])

  await clock.advance(5_000)
  expect(rangAt()).toBeUndefined()
})

test('never sets a timer when it is set after the end of the client', async () => {
  scope.abort()

  const { rangAt } = set(START + 5_000)
  await turn()

  expect(clock.timers()).toEqual([])
  expect(rangAt()).toBeUndefined()
})

test('leaves nothing on the life of the client when it was stopped a hundred times', async () => {
  for (let count = 0; count < 100; count += 1) set(START + 5_000).actor.stop()
  await turn()
  expect(getEventListeners(scope.signal, 'abort')).toEqual([])

  set(START + 5_000)
  expect(getEventListeners(scope.signal, 'abort')).toHaveLength(1)
  await clock.advance(5_000)
  expect(getEventListeners(scope.signal, 'abort')).toEqual([])
})
