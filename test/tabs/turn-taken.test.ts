import type { Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { createTurns, NAME, settled } from './turns'

const READ_LIMIT_MS = 17_000
const WRITE_LIMIT_MS = 3_000

let { locks, take, pass, timers, takeAndFreeze } = {} as ReturnType<typeof createTurns>
beforeEach(() => {
  ;({ locks, take, pass, timers, takeAndFreeze } = createTurns())
})

test('is taken from a frozen tab when a read has waited for the request timeout and a bit', async () => {
  const frozen = await takeAndFreeze()
  const turn = take(locks.openTab('two'))
  await pass(READ_LIMIT_MS - 1)
  expect(turn.heard).toEqual([])

  await pass(1)
  expect(turn.heard).toEqual(['came'])
  expect(locks.holder(NAME)).toBe('two')
  expect(locks.queue(NAME)).toEqual([])

  frozen.tab.thaw()
  await settled()
  expect(frozen.heard).toEqual(['came', 'lost'])
  expect(locks.holder(NAME)).toBe('two')
})

test('is taken from a frozen tab after three seconds by a write', async () => {
  await takeAndFreeze()
  const turn = take(locks.openTab('two'), { isWrite: true })

  await pass(WRITE_LIMIT_MS - 1)
  expect(turn.heard).toEqual([])
  await pass(1)

  expect(turn.heard).toEqual(['came'])
})

test.for([
  [0.5, 1_000],
  [1, 2_000],
] as const)('lets chance decide which read takes it: %d adds %i ms', async ([chance, more]) => {
  await takeAndFreeze()
  const turn = take(locks.openTab('two'), { environment: { random: () => chance } })

  await pass(READ_LIMIT_MS + more - 1)
  expect(turn.heard).toEqual([])
  await pass(1)

  expect(turn.heard).toEqual(['came'])
})

test('waits for the timeout of the requests, up to what a timer can count', async () => {
  await takeAndFreeze()
  take(locks.openTab('two'), { requestTimeoutMs: 500 })
  take(locks.openTab('three'), { requestTimeoutMs: 2_147_483_000 })

  await settled()

  // The last look is half a second after one before it.
  expect(timers()).toEqual([2_000, 2 ** 31 - 1])
})

test('is not taken from tabs that take turns', async () => {
  const turns = [take(locks.openTab('one')), take(locks.openTab('two'))]
  await settled()
  const turn = take(locks.openTab('last'), { isWrite: true })
  await pass(WRITE_LIMIT_MS - 1)

  turns[0]?.end()
  await pass(1)
  expect(turn.heard).toEqual([])
  expect(locks.holder(NAME)).toBe('two')

  await pass(WRITE_LIMIT_MS - 1)
  expect(turn.heard).toEqual([])
  await pass(1)
  expect(turn.heard).toEqual(['came'])
  expect(turns[1]?.heard).toEqual(['came', 'lost'])
})

test('is not taken when it passes on as the timers ring late: all tabs have slept', async () => {
  const [holder, next] = [take(locks.openTab('one')), take(locks.openTab('two'))]
  await settled()
  let looks = 0
  const lockHolder = async () => {
    looks += 1
    const seen = locks.holder(NAME)
    // The timer of the look before the last one, after the sleep.
    if (looks === 2) holder.end()
    return seen
  }
  const turn = take(locks.openTab('three'), { isWrite: true, environment: { lockHolder } })
  await settled()

  await pass(WRITE_LIMIT_MS)

  expect(turn.heard).toEqual([])
  expect(next.heard).toEqual(['came'])
})

test('comes once when it is let go of just before it would be taken', async () => {
  const tab = locks.openTab('two')
  const holder = take(locks.openTab('one'))
  await settled()
  let looks = 0
  // What the tab sees of the lock is old when it hears of it.
  const lockHolder = async () => {
    looks += 1
    const seen = locks.holder(NAME)
    if (looks === 3) holder.end()
    await settled()
    return seen
  }
  const turn = take(tab, { isWrite: true, environment: { lockHolder } })
  await settled()

  await pass(WRITE_LIMIT_MS)
  await settled()

  expect(looks).toBe(3)
  expect(turn.heard).toEqual(['came'])
  expect(locks.holder(NAME)).toBe('two')
})

test('is not taken while nobody is known to have it', async () => {
  await takeAndFreeze()
  const turn = take(locks.openTab('two'), { isWrite: true, environment: { lockHolder: async () => null } })

  await pass(10 * WRITE_LIMIT_MS)
  expect(turn.heard).toEqual([])
  expect(timers()).toHaveLength(1)

  turn.end()
  expect(timers()).toEqual([])
})

test('is not taken when it ended while it looked who has it', async () => {
  await takeAndFreeze()
  let answer = (_: string) => {}
  const lockHolder = () =>
    new Promise<string>((resolve) => {
      answer = resolve
    })
  const turn = take(locks.openTab('two'), { isWrite: true, environment: { lockHolder } })
  answer('frozen')
  await pass(WRITE_LIMIT_MS)

  turn.end()
  answer('frozen')
  await settled()

  expect(turn.heard).toEqual([])
  expect(locks.holder(NAME)).toBe('frozen')
  expect(timers()).toEqual([])
})

test('is let go of when it has ended while it was being taken', async () => {
  await takeAndFreeze()
  const tab = locks.openTab('two')
  const turn = take(tab, {
    isWrite: true,
    environment: {
      requestLock(name, options, run) {
        const asked = tab.environment.requestLock(name, options, run)
        if (options.steal) turn.end()
        return asked
      },
    },
  })

  await pass(WRITE_LIMIT_MS)

  expect(turn.heard).toEqual([])
  expect(locks.holder(NAME)).toBeNull()
})

test('is taken once, however long that takes', async () => {
  await takeAndFreeze()
  const tab = locks.openTab('two')
  let steals = 0
  const environment: Partial<Environment> = {
    requestLock(name, options, run) {
      if (!options.steal) return tab.environment.requestLock(name, options, run)
      steals += 1
      return new Promise(() => {})
    },
  }

  take(tab, { isWrite: true, environment })
  await pass(10 * WRITE_LIMIT_MS)

  expect(steals).toBe(1)
  expect(timers()).toEqual([])
})

test('comes to one tab when two take it from a frozen one, and to the other later', async () => {
  await takeAndFreeze()
  const two = take(locks.openTab('two'), { isWrite: true })
  const three = take(locks.openTab('three'), { isWrite: true })

  await pass(WRITE_LIMIT_MS)
  expect([two.heard, three.heard]).toContainEqual(['came'])
  two.end()
  await settled()

  expect(three.heard).toEqual(['came'])
  expect(locks.holder(NAME)).toBe('three')
})
