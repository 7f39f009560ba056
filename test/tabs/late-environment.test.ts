import { afterEach, expect, test, vi } from 'vitest'
import { lateEnvironment } from '../../src/engine/late-environment'
import { takeTurn } from '../../src/tabs/turn'
import { wholeEnvironment } from '../support/whole-environment'

afterEach(() => {
  vi.unstubAllGlobals()
})

const { readShared, requestLock, lockHolder, isRestoredNavigation, startedAt } = lateEnvironment
const fails = () => {
  throw new DOMException('not allowed', 'SecurityError')
}
/** Puts a global in the place of the one that is there, which may be a getter that throws. */
const stub = (name: string, get: () => unknown) => {
  vi.stubGlobal(name, undefined)
  Object.defineProperty(globalThis, name, { get, configurable: true })
}

const run = async () => {}

const bare: Array<[name: string, (name: string) => void]> = [
  ['are missing', (name) => stub(name, () => undefined)],
  ['are empty', (name) => stub(name, () => ({}))],
  ['throw', (name) => stub(name, fails)],
]

test.for(bare)('says that it does not know where globals %s', async ([, make]) => {
  for (const name of ['navigator', 'localStorage', 'performance']) make(name)

  expect(readShared('key')).toBeNull()
  expect(requestLock('name', {}, run)).toBeNull()
  expect(await lockHolder('name')).toBeNull()
  expect(isRestoredNavigation()).toBe(false)
  expect(startedAt()).toBe(0)
})

test('says that it does not know where the platform refuses', async () => {
  const refuses = async () => fails()
  vi.stubGlobal('navigator', { locks: { request: refuses, query: refuses } })
  vi.stubGlobal('localStorage', { getItem: fails })
  vi.stubGlobal('performance', { getEntriesByType: fails })

  expect(readShared('key')).toBeNull()
  await expect(requestLock('name', {}, run)).rejects.toThrow('not allowed')
  expect(await lockHolder('name')).toBeNull()
  expect(isRestoredNavigation()).toBe(false)
  expect(startedAt()).toBe(0)
})

test('reads the storage at the time of the call', () => {
  const stored: Record<string, string> = { key: 'one' }
  vi.stubGlobal('localStorage', { getItem: (key: string) => stored[key] ?? null })
  expect(readShared('key')).toBe('one')

  stored.key = 'two'
  expect(readShared('key')).toBe('two')
  expect(readShared('other')).toBeNull()
})

test('asks for the lock by its manager, with what it was given', async () => {
  const calls: unknown[][] = []
  const locks = {
    request(...given: unknown[]) {
      expect(this).toBe(locks)
      calls.push(given)
      return Promise.resolve()
    },
  }
  vi.stubGlobal('navigator', { locks })
  const options = { steal: true }

  await requestLock('name', options, run)

  expect(calls).toEqual([['name', options, run]])
})

test('finds who has the lock of that name', async () => {
  const held = [
    { name: 'other', clientId: 'one' },
    { name: 'name', clientId: 'two' },
  ]
  vi.stubGlobal('navigator', { locks: { query: async () => ({ held, pending: [] }) } })

  expect(await lockHolder('name')).toBe('two')
  expect(await lockHolder('unknown')).toBeNull()
})

test.for([
  ['back_forward', true],
  ['navigate', false],
  ['reload', false],
  ['prerender', false],
] as const)('knows whether a navigation of type %s went back or forward: %s', ([type, expected]) => {
  vi.stubGlobal('performance', {
    getEntriesByType: (name: string) => (name === 'navigation' ? [{ type }] : []),
  })

  expect(isRestoredNavigation()).toBe(expected)
})

test('knows of no navigation in Node, and when the process has started', () => {
  expect(isRestoredNavigation()).toBe(false)
  expect(startedAt()).toBe(performance.timeOrigin)
})

test.for([
  ['throw when asked for', () => fails()],
  ['are missing', () => ({})],
] as const)('lets a turn come before the call returns where locks %s', ([, get]) => {
  stub('navigator', get)
  const heard: string[] = []
  const turn = new AbortController()

  takeTurn(
    wholeEnvironment,
    'name',
    () => 3_000,
    { came: () => heard.push('came'), lost: () => heard.push('lost') },
    turn.signal,
  )

  expect(heard).toEqual(['came'])
})
