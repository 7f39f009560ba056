import type { Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { START } from '../client/fake-clock'
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

test('tells that a write has ended which its client gives up before its turn', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab())]
  two.take()
  const turn = one.take(write(7))
  await settled()

  turn.stop()
  turn.end()

  await settled()
  expect(two.heard.slice(1)).toMatchObject([{ kind: 'ended', epoch: 7 }])
})

test('does not tell that a write has ended in whose middle its client is stopped, and leaves it open', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab())]
  const turn = one.take(write(7))
  await settled()

  turn.stop()
  turn.end()

  await settled()
  expect(two.heard.slice(1)).toEqual([])
  expect(two.join()).toMatchObject({ epoch: 7, openSince: expect.any(Number) })
})

test('tells that a write goes by another number, and has ended under that', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab())]
  const turn = one.take(write(7))
  await settled()

  one.announceWrite({ sent: { epoch: 9, stamp: 0 } })
  expect(two.ledger().epoch).toBe(9)
  turn.end()

  await settled()
  expect(two.heard).toMatchObject([
    { kind: 'began', epoch: 7, op: 'sign-in' },
    { kind: 'began', epoch: 9, op: 'sign-in' },
    { kind: 'ended', epoch: 9 },
  ])
})

test('says with the turn what the others have written down', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab())]
  const first = one.take()
  await settled()
  expect(first.heard).toEqual([{ epoch: 0, openSince: null, readAt: null }])

  await pass(1_000)
  one.shareAnswer(known(ann()), answered('poll'))
  const turn = two.take(write(9))
  first.end()
  await pass(25)

  expect(turn.heard).toEqual([{ epoch: 9, openSince: null, readAt: 8 }])
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

test.for([
  ['a write', write(9)],
  ['a read', {}],
])('gives a write of another tab, which has the turn, as long as it may take: %s', async ([, wanted]) => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab({ random: () => 0 }))]
  one.take(write(7))
  const turn = two.take({ ...Object(wanted), patienceMs: 1_000 })
  await settled()

  await pass(59_999)
  expect(turn.heard).toEqual([])
  await pass(1)
  expect(turn.heard).toHaveLength(1)
})

test('gives a read no longer for a write that waits behind it', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab({ random: () => 0 }))]
  one.take()
  await settled()
  one.take(write(7))
  const turn = two.take({ ...write(8), patienceMs: 1_000 })
  await settled()

  await pass(1_000)

  expect(turn.heard).toHaveLength(1)
})

test('loses no patience where nobody can write down what it is at', async () => {
  const noStorage = { hasShared: () => false, random: () => 0 }
  openHub(browser.openTab()).take()
  await settled()
  const turn = openHub(browser.openTab(noStorage)).take({ ...write(9), patienceMs: 1_000 })
  await settled()

  await pass(59_999)
  expect(turn.heard).toEqual([])
  await pass(1)
  expect(turn.heard).toHaveLength(1)
})

const takeAndEnd = async (hub: ReturnType<typeof openHub>) => {
  const turn = hub.take()
  await settled()
  turn.end()
  await pass(25)
  return Object(turn.heard[0]).openSince
}

test('says with the turn since when a write is open that has lost it', async () => {
  const leaving = browser.openTab()
  const [one, two] = [openHub(leaving), openHub(browser.openTab())]
  const cameAt = leaving.environment.now()
  const turn = one.take(write(7))
  await settled()
  await pass(10)
  leaving.page.happens('pagehide')
  expect(await takeAndEnd(two)).toBe(cameAt)

  turn.end()

  expect(await takeAndEnd(two)).toBeNull()
})

test('gives a write as long although a clock that was set ahead makes it look old', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab({ random: () => 0 }))]
  one.take(write(7))
  await settled()
  browser.clock.set(START + 3_600_000)
  const turn = two.take({ ...write(8), patienceMs: 1_000 })
  await settled()

  await pass(59_999)
  expect(turn.heard).toEqual([])
  await pass(1)
  expect(turn.heard).toHaveLength(1)
})

test('forgets about a write that has been open for longer than any may last', async () => {
  const leaving = browser.openTab()
  const [one, two] = [openHub(leaving), openHub(browser.openTab({ random: () => 0 }))]
  one.take(write(7))
  await settled()
  leaving.page.happens('pagehide')
  await pass(60_000)
  one.take()
  await settled()

  const turn = two.take({ ...write(8), patienceMs: 1_000 })
  await settled()
  await pass(1_000)

  expect(turn.heard).toHaveLength(1)
})

test('leaves the write open of who has taken the turn away', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab({ random: () => 0 }))]
  const robbed = one.take(write(7))
  await settled()
  two.take({ ...write(8), patienceMs: 1, writePatienceMs: 1 })
  await settled()
  await pass(1)

  robbed.end()

  expect(Number(browser.storage.get(`${NAME}:open`))).toBe(browser.openTab().environment.now())
})

test('hears that the lock was taken away', async () => {
  const [one, two] = [openHub(browser.openTab()), openHub(browser.openTab({ random: () => 0 }))]
  const turn = one.take()
  await settled()

  two.take({ patienceMs: 1 })
  await settled()
  await pass(1)

  expect(turn.heard).toEqual([{ epoch: 0, openSince: null, readAt: null }, 'lost'])
})

test('does nothing for a turn that was over before', async () => {
  const tab = browser.openTab()
  const hub = openHub(tab, { isDeaf: true })
  const other = openHub(browser.openTab())

  hub.takeTurn(
    { ...write(7), patienceMs: 1, writePatienceMs: 1 },
    { came: () => expect.unreachable(), lost: () => expect.unreachable() },
    AbortSignal.abort(),
    new AbortController().signal,
  )
  await settled()

  expect([...tab.held(), ...browser.storage, ...other.heard]).toEqual([])
})
