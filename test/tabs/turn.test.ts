import type { Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { takeTurn } from '../../src/tabs/turn'
import { wholeEnvironment } from '../support/whole-environment'
import { createTurns, NAME, settled } from './turns'

let { locks, take, pass, timers, takeAndFreeze } = {} as ReturnType<typeof createTurns>
beforeEach(() => {
  ;({ locks, take, pass, timers, takeAndFreeze } = createTurns())
})

test('comes at once where nobody else wants it, and stays until it ends', async () => {
  const turn = take(locks.openTab('one'))
  await settled()
  expect(turn.heard).toEqual(['came'])
  expect(timers()).toEqual([])

  await pass(3_600_000)
  expect(locks.holder(NAME)).toBe('one')

  turn.end()
  await settled()
  expect(locks.holder(NAME)).toBeNull()
  expect(turn.heard).toEqual(['came'])
})

test('comes to one tab after the other, in the order in which they asked', async () => {
  const [one, two, three] = ['one', 'two', 'three'].map((id) => take(locks.openTab(id)))
  await settled()
  expect([one?.heard, two?.heard, three?.heard]).toEqual([['came'], [], []])

  one?.end()
  await settled()
  expect([two?.heard, three?.heard]).toEqual([['came'], []])

  two?.end()
  await settled()
  expect(three?.heard).toEqual(['came'])
})

test('is given up while it waits', async () => {
  const holder = take(locks.openTab('one'))
  const turn = take(locks.openTab('two'))
  await settled()

  turn.end()
  await settled()
  expect(locks.queue(NAME)).toEqual([])
  expect(timers()).toEqual([])

  holder.end()
  await pass(60_000)
  expect(turn.heard).toEqual([])
})

test('is given up while the lock is on its way', async () => {
  const turn = take(locks.openTab('one'))
  expect(locks.holder(NAME)).toBe('one')

  turn.end()
  await settled()

  expect(locks.holder(NAME)).toBeNull()
  expect(turn.heard).toEqual([])
})

test('is never asked for when it has ended before', async () => {
  const turn = new AbortController()
  turn.abort()
  const asked: string[] = []
  const environment = {
    ...wholeEnvironment,
    requestLock(name: string) {
      asked.push(name)
      return null
    },
  }
  const hears = { came: () => asked.push('came'), lost: () => asked.push('lost') }

  takeTurn(environment, NAME, () => 1, hears, turn.signal)
  await settled()

  expect(asked).toEqual([])
})

test('comes when the tab that has it crashes', async () => {
  const tab = locks.openTab('one')
  take(tab)
  const turn = take(locks.openTab('two'))
  await settled()

  tab.close()
  await settled()

  expect(turn.heard).toEqual(['came'])
})

test('is lost once, and says nothing after that', async () => {
  const one = take(locks.openTab('one'))
  await settled()

  locks.openTab('thief').environment.requestLock(NAME, { steal: true }, async () => {})
  await settled()
  expect(one.heard).toEqual(['came', 'lost'])

  one.end()
  await pass(60_000)
  expect(one.heard).toEqual(['came', 'lost'])
})

test('is lost, and never comes, when it is taken before the tab knows of it', async () => {
  const tab = locks.openTab('one')
  const rejects = { requestLock: async () => Promise.reject(new DOMException('stolen', 'AbortError')) }

  const turn = take(tab, { environment: rejects })
  await pass(60_000)

  expect(turn.heard).toEqual(['lost'])
  expect(timers()).toEqual([])
})

test('is lost when the platform takes it for a reason of its own', async () => {
  const environment: Partial<Environment> = {
    async requestLock(_name, _options, run) {
      run()
      throw new DOMException('gone', 'InvalidStateError')
    },
  }

  const turn = take(locks.openTab('one'), { environment })
  await settled()

  expect(turn.heard).toEqual(['came', 'lost'])
})

test('is not lost when it ends before the tab hears that it was', async () => {
  const { tab, heard, end } = await takeAndFreeze()
  locks.openTab('thief').environment.requestLock(NAME, { steal: true }, async () => {})

  end()
  tab.thaw()
  await settled()

  expect(heard).toEqual(['came'])
})

test('comes at once where there are no locks, before the call returns', () => {
  const turn = take(locks.openTab('one'), { environment: { requestLock: () => null } })

  expect(turn.heard).toEqual(['came'])
  expect(timers()).toEqual([])
})

test.for(['SecurityError', 'InvalidStateError', 'NotSupportedError'])(
  'comes, once, where the platform answers with a %s',
  async (name) => {
    const environment = { requestLock: async () => Promise.reject(new DOMException('no', name)) }

    const turn = take(locks.openTab('one'), { environment })
    await pass(60_000)

    expect(turn.heard).toEqual(['came'])
    expect(timers()).toEqual([])
  },
)

test.for([undefined, null, 'no'])('comes where the platform answers with %o', async (reason) => {
  const environment = { requestLock: async () => Promise.reject(reason) }

  const turn = take(locks.openTab('one'), { environment })
  await settled()

  expect(turn.heard).toEqual(['came'])
})

test('does not come when the platform refuses after the end', async () => {
  const environment = { requestLock: async () => Promise.reject(new DOMException('no', 'SecurityError')) }

  const turn = take(locks.openTab('one'), { environment })
  turn.end()
  await settled()

  expect(turn.heard).toEqual([])
})
