import { getEventListeners } from 'node:events'
import { beforeEach, expect, test } from 'vitest'
import { ann } from '../client/sessions'
import { createBrowser, type FakeBrowser } from './browser'
import { answered, known, openHub } from './hub'
import { NAME, settled } from './turns'

const write = (epoch: number) => ({ write: { op: 'sign-in' as const, epoch } })
const share = (hub: ReturnType<typeof openHub>) => hub.shareAnswer(known(ann()), answered('poll'))

let browser: FakeBrowser
beforeEach(() => {
  browser = createBrowser()
})
const pass = async (milliseconds: number) => {
  await browser.clock.advance(milliseconds)
  await settled()
}
const holder = () => browser.locks.holder(NAME)

test('lets go of the lock at once when nothing was told', async () => {
  const hub = openHub(browser.openTab())
  openHub(browser.openTab())
  const turn = hub.take(write(7))
  hub.ask()
  await settled()
  expect(holder()).toBe('tab 1')

  turn.end()
  await settled()

  expect(holder()).toBeNull()
  expect(browser.clock.timers()).toEqual([])
})

test.for([
  ['an answer', share],
  ['a sign-out', (hub) => hub.shareSignOut({ sent: { epoch: 7, stamp: 8 } })],
  ['a failure', (hub) => hub.shareFailure({ sent: { epoch: 7, stamp: 8 }, failures: 1, retryAt: 9 })],
] satisfies Array<[string, typeof share]>)('keeps the lock until %s must have arrived', async ([, tell]) => {
  const hub = openHub(browser.openTab())
  const turn = hub.take()
  await settled()
  await pass(1_000)
  tell(hub)
  await pass(10)
  turn.end()

  await pass(14)
  expect(holder()).toBe('tab 1')
  await pass(1)
  expect(holder()).toBeNull()
  expect(browser.clock.timers()).toEqual([])
  expect(getEventListeners(turn.life, 'abort')).toEqual([])
})

test('lets go at once of what was told long ago', async () => {
  const hub = openHub(browser.openTab())
  const turn = hub.take()
  await settled()
  share(hub)
  await pass(25)

  turn.end()
  await settled()

  expect(holder()).toBeNull()
})

test('keeps the lock no longer when the clock was set back', async () => {
  const hub = openHub(browser.openTab())
  const turn = hub.take()
  await settled()
  share(hub)
  browser.clock.set(0)

  turn.end()
  await pass(25)

  expect(holder()).toBeNull()
})

test('lets go at once where it cannot be heard', async () => {
  const hub = openHub(browser.openTab({ openChannel: () => null }))
  const turn = hub.take()
  await settled()
  share(hub)

  turn.end()
  await settled()

  expect(holder()).toBeNull()
})

test.for(['pagehide', 'freeze'] as const)('lets go at once at %s', async (type) => {
  const [one, two, three] = [browser.openTab(), browser.openTab(), browser.openTab()]
  const hubs = [openHub(one), openHub(two), openHub(three)] as const
  const first = hubs[0].take()
  const second = hubs[1].take()
  await settled()

  two.page.happens(type)
  expect(browser.locks.queue(NAME)).toEqual([])
  one.page.happens(type)
  await settled()
  expect(holder()).toBeNull()

  const third = hubs[2].take()
  await settled()
  share(hubs[2])
  third.end()
  await settled()
  expect(holder()).toBe('tab 3')
  three.page.happens(type)
  await settled()

  expect(holder()).toBeNull()
  expect(browser.clock.timers()).toEqual([])
  expect([first.heard.length, second.heard]).toEqual([1, []])
})

test.for(['before', 'after'])('lets go at once when the client was stopped %s the end', async (when) => {
  const tab = browser.openTab()
  const hub = openHub(tab)
  const turn = hub.take()
  await settled()
  share(hub)

  if (when === 'before') turn.stop()
  turn.end()
  turn.stop()
  hub.leave()
  await settled()

  expect(tab.held()).toEqual([])
  expect(browser.clock.timers()).toEqual([])
})
