import type { Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { ann } from '../client/sessions'
import { createBrowser, type FakeBrowser } from './browser'
import { answered, known, openHub } from './hub'
import { NAME, settled } from './turns'

const write = (epoch: number) => ({ write: { op: 'sign-in' as const, epoch } })

let browser: FakeBrowser
beforeEach(() => {
  browser = createBrowser()
})
const pass = async (milliseconds: number) => {
  await browser.clock.advance(milliseconds)
  await settled()
}

test('writes a write down, then tells of it, and then asks for the lock', async () => {
  const done: unknown[] = []
  const environment: Partial<Environment> = {
    openChannel: () => ({ post: (message) => done.push(message), close() {} }),
    writeShared: (key, value) => done.push([key, value]) > 0,
    requestLock: async (name) => void done.push(name),
  }
  const hub = openHub(browser.openTab(environment))

  hub.take(write(7))

  expect(done).toEqual([
    [NAME, '{"v":1,"epoch":7,"out":0}'],
    { kind: 'began', epoch: 7, op: 'sign-in', v: 1, from: 'tab 1' },
    NAME,
  ])
})

test('tells that a write has ended, and nothing of a read', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab())]

  const read = one.take()
  await settled()
  read.end()
  await settled()
  expect(two.heard).toEqual([])
  expect([...browser.storage]).toEqual([])

  const turn = one.take(write(7))
  await settled()
  expect(two.heard).toMatchObject([{ kind: 'began', epoch: 7, from: 'tab 1' }])
  turn.end()
  await settled()
  expect(two.heard.slice(1)).toEqual([{ kind: 'ended', epoch: 7, v: 1, from: 'tab 1' }])
})

test('says with the turn what the others have written down', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab())]
  const first = one.take()
  await settled()
  expect(first.heard).toEqual([{ epoch: 0, readAt: null }])

  await pass(1_000)
  one.shareAnswer(known(ann()), answered('poll'))
  const turn = two.take(write(9))
  first.end()
  await pass(25)

  expect(turn.heard).toEqual([{ epoch: 9, readAt: 8 }])
})

test.for([
  ['is heard', false, 1_000],
  ['is not heard', true, 60_000],
] as const)('waits as long as is wanted of who %s', async ([, isDeaf, patience]) => {
  openHub(browser.openTab()).take()
  await settled()
  const turn = openHub(browser.openTab({ random: () => 0 }), { isDeaf }).take()
  await settled()

  await pass(patience - 1)
  expect(turn.heard).toEqual([])
  await pass(1)

  expect(turn.heard).toHaveLength(1)
})

test('hears that the lock was taken away', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab({ random: () => 0 }))]
  const turn = one.take()
  await settled()

  two.take({ patienceMs: 1 })
  await settled()
  await pass(1)

  expect(turn.heard).toEqual([{ epoch: 0, readAt: null }, 'lost'])
})

test('does nothing for a turn that was over before', async () => {
  const tab = browser.openTab()
  const hub = openHub(tab, { isDeaf: true })
  const other = openHub(browser.openTab())

  hub.takeTurn(
    { ...write(7), patienceMs: 1, untoldPatienceMs: 1 },
    { came: () => expect.unreachable(), lost: () => expect.unreachable() },
    AbortSignal.abort(),
    new AbortController().signal,
  )
  await settled()

  expect([...tab.held(), ...browser.storage, ...other.heard]).toEqual([])
})
