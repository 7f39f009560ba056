import { beforeEach, expect, test, vi } from 'vitest'

const engine = { createEngine() {} }
let isThere = true
let asked = 0

beforeEach(() => {
  isThere = true
  asked = 0
  vi.resetModules()
  vi.doMock('sessionchart/engine', () => {
    asked += 1
    if (!isThere) throw new TypeError('Failed to fetch dynamically imported module')
    return engine
  })
})

const loadLoader = async () => {
  const { lateEngine } = await import('../../src/late-engine/in-browser')
  return lateEngine
}

test('the engine is asked for before anybody wants it, and once', async () => {
  const { get, load } = await loadLoader()

  await vi.waitFor(() => expect(get()).toMatchObject(engine))
  expect(await load()).toBe(get())
  expect(asked).toBe(1)
})

test('whoever waits hears that it cannot be loaded, and the next one has it loaded again', async () => {
  isThere = false
  const { get, load } = await loadLoader()

  await expect(load()).rejects.toMatchObject({ name: 'SessionError', code: 'network' })
  expect(get()).toBeNull()

  isThere = true
  expect(await load()).toMatchObject(engine)
  expect(get()).toMatchObject(engine)
})
