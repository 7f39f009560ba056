import { getEventListeners } from 'node:events'
import { type BaseEnvironment, browserEnvironment } from 'sessionchart'
import type { TurnInput } from 'sessionchart/machines/session'
import { beforeEach, expect, test } from 'vitest'
import { createTakeTurn, type LateTurnTaker, type TurnTaker } from '../../src/effects/take-turn'
import { runEffect } from './run-effect'

const NOW = 1_000
const wanted: TurnInput = { write: null, patienceMs: 1, untoldPatienceMs: 2 }
const came = { type: 'turn.came', at: NOW, epoch: 0, readAt: null }

let scope: AbortController
let asked: Array<Parameters<TurnTaker['takeTurn']>>
beforeEach(() => {
  scope = new AbortController()
  asked = []
  timers.clear()
})
const settled = () => new Promise((resolve) => setImmediate(resolve))
const tabs: TurnTaker = {
  takeTurn(...given) {
    asked.push(given)
  },
}
const loaded: LateTurnTaker = { tabs: () => tabs, loadTabs: () => Promise.reject(new Error('asked twice')) }

/** What is not there yet, and comes or fails when the test says so. */
function createLate() {
  let settle = { arrive: () => {}, fail: () => {} }
  const loading = new Promise<TurnTaker>((resolve, reject) => {
    settle = { arrive: () => resolve(tabs), fail: () => reject(new Error('not loaded')) }
  })
  return { ...settle, late: { tabs: () => undefined, loadTabs: () => loading } satisfies LateTurnTaker }
}
const timers = new Set<() => void>()
const take = (late: LateTurnTaker, hasLocks = true) => {
  const environment: BaseEnvironment = {
    ...browserEnvironment,
    now: () => NOW,
    hasLocks: () => hasLocks,
    after(_, callback) {
      timers.add(callback)
      return () => timers.delete(callback)
    },
  }
  return runEffect(createTakeTurn(scope.signal, environment, late), wanted)
}

test('asks what knows the other tabs at once when that is there', () => {
  const { told } = take(loaded)

  expect(asked).toHaveLength(1)
  expect(asked[0]?.[0]).toEqual(wanted)
  expect(asked[0]?.[3]).toBe(scope.signal)
  expect(told).toEqual([])

  asked[0]?.[1]('turn.came', { epoch: 7, readAt: 8 })
  asked[0]?.[1]('turn.lost')
  expect(told).toEqual([
    { ...came, epoch: 7, readAt: 8 },
    { type: 'turn.lost', at: NOW },
  ])
})

test('asks it also where there are no locks: others are told all the same', () => {
  take(loaded, false)

  expect(asked).toHaveLength(1)
})

test('comes at once where there are no locks, whatever is not there yet', () => {
  const { late } = createLate()

  const { told } = take(late, false)

  expect(told).toEqual([came])
})

test('waits for what is not there yet where there are locks', async () => {
  const { late, arrive } = createLate()
  const { told } = take(late)
  await settled()
  expect([told, asked]).toEqual([[], []])

  arrive()
  await settled()

  expect(told).toEqual([])
  expect(asked.map(([input]) => input)).toEqual([wanted])
})

test('comes, once, when that cannot be loaded', async () => {
  const { late, fail } = createLate()
  const { told } = take(late)

  fail()
  await settled()

  expect(told).toEqual([came])
})

test('comes when that is broken', async () => {
  const { late, arrive } = createLate()
  const takeTurn = () => {
    throw new Error('broken')
  }
  const { told } = take({ ...late, loadTabs: async () => ({ ...(await late.loadTabs()), takeTurn }) })

  arrive()
  await settled()

  expect(told).toEqual([came])
})

test.for(['it is stopped', 'the client ends'])('is over when %s', (how) => {
  const { stop } = take(loaded)
  const signal = asked[0]?.[2]
  expect(signal?.aborted).toBe(false)

  if (how === 'it is stopped') stop()
  else scope.abort()

  expect(signal?.aborted).toBe(true)
})

test.for(['arrive', 'fail'] as const)(
  'comes no more after the end, when what is late does %s',
  async (how) => {
    const late = createLate()
    const { told, stop } = take(late.late)

    stop()
    late[how]()
    await settled()

    expect(told).toEqual([])
    expect(asked.filter(([, , signal]) => !signal.aborted)).toEqual([])
  },
)

test('leaves nothing on the life of the client after a hundred turns', async () => {
  const { late, arrive } = createLate()
  for (let count = 0; count < 100; count += 1) {
    take(loaded).stop()
    take(late).stop()
  }
  arrive()
  await settled()
  expect(getEventListeners(scope.signal, 'abort')).toEqual([])

  take(loaded)
  expect(getEventListeners(scope.signal, 'abort')).toHaveLength(1)
})

test('waits no longer than it may for what never arrives, and does not ask it when it arrives late', async () => {
  const { late, arrive } = createLate()
  const { told } = take(late)
  expect(timers.size).toBe(1)

  for (const ring of timers) ring()
  await settled()
  expect(told).toEqual([came])

  arrive()
  await settled()
  expect(asked).toEqual([])
  expect(told).toEqual([came])
})

test('leaves no timer when what it waits for has arrived, or when it ends', async () => {
  const { late, arrive } = createLate()
  take(late)
  arrive()
  await settled()
  expect(timers.size).toBe(0)

  take(createLate().late)
  scope.abort()
  expect(timers.size).toBe(0)
})
