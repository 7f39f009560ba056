import { beforeEach, expect, test } from 'vitest'
import { ann } from '../client/sessions'
import { createBrowser, type FakeBrowser } from './browser'
import { answered, known, openHub } from './hub'
import { NAME, settled } from './turns'

let browser: FakeBrowser
beforeEach(() => {
  browser = createBrowser()
})
const two = () => [openHub(browser.openTab()), openHub(browser.openTab())] as const
const sent = { epoch: 7, stamp: 8 }

test('tells its answer again, and writes nothing down', async () => {
  const [one, other] = two()
  one.noteLeaving()
  const before = [...browser.storage]

  one.repeatAnswer(known(ann()))
  await settled()

  expect(other.heard).toMatchObject([{ kind: 'answered', ...sent, session: ann(), why: 'read' }])
  expect([...browser.storage]).toEqual(before)
})

test('tells the numbers of the last write and answer, and nothing of what that said', async () => {
  const [one, other] = two()
  const before = [...browser.storage]

  one.tellLastWrite(known(ann()))
  await settled()

  expect(other.heard).toEqual([{ kind: 'ended', ...sent, v: 1, from: 'tab 1' }])
  expect([...browser.storage]).toEqual(before)
})

test('tells of a sign-out by which the page is left, and writes it down', async () => {
  const [one, other] = two()

  one.shareSignOut({ sent })
  await settled()

  expect(other.heard).toEqual([
    {
      ...{ kind: 'answered', ...sent, session: null, expiresAt: null, tookMs: 0, why: 'sign-out' },
      ...{ v: 1, from: 'tab 1' },
    },
  ])
  expect(other.ledger()).toMatchObject({ epoch: 7, out: 7 })
})

test('writes a sign-out down when it has worked, and not when it begins', async () => {
  const [one, other] = two()

  one.take({ write: { op: 'sign-out', epoch: 7 } })
  expect(other.ledger()).toMatchObject({ epoch: 7, out: 0 })

  one.shareAnswer(known(null), answered('sign-out'))
  expect(other.ledger()).toMatchObject({ epoch: 7, out: 7 })
})

test('writes a sign-out down that another write has overtaken, and tells nobody', async () => {
  const [one, other] = two()
  other.take({ write: { op: 'update', epoch: 9 } })
  other.noteLeaving()
  await settled()
  const heard = other.heard.length

  one.noteSignOut({ sent })
  await settled()

  expect(other.ledger()).toEqual({ epoch: 9, out: 7, leaving: true })
  expect(other.heard).toHaveLength(heard)
})

test('keeps the number of the last sign-out when other writes begin', () => {
  const [one, other] = two()
  one.shareSignOut({ sent })

  other.take({ write: { op: 'update', epoch: 9 } })

  expect(one.ledger()).toMatchObject({ epoch: 9, out: 7 })
})

test.for(['sign-in', 'update', 'poll'] as const)('writes no sign-out down for an answer to %s', (trigger) => {
  const [one] = two()

  one.shareAnswer(known(null), answered(trigger))

  expect(one.ledger()).toMatchObject({ out: 0 })
})

test('writes down under which number it was answered, and nothing else of the answer', () => {
  const [one] = two()

  one.shareAnswer(known(ann()), answered('poll'))

  expect([...browser.storage]).toEqual([[`${NAME}:read`, '8']])
})

test('keeps the highest of the numbers', () => {
  const [one, other] = two()
  one.shareAnswer({ ...known(ann()), order: { epoch: 7, stamp: 90, from: 'tab 1' } }, answered('poll'))

  other.shareAnswer(known(ann()), answered('poll'))

  expect(browser.storage.get(`${NAME}:read`)).toBe('90')
})

test('does not write that down where nobody could ask it', () => {
  const hub = openHub(browser.openTab({ openChannel: () => null }))

  hub.shareAnswer(known(ann()), answered('poll'))

  expect([...browser.storage]).toEqual([])
})

test.for(['soon', '', '0', '-7', '7.5', '1e300', String(Number.MAX_SAFE_INTEGER)])(
  'gives no number where %o is written down',
  async (text) => {
    browser.storage.set(`${NAME}:read`, text)

    const turn = openHub(browser.openTab()).take()
    await settled()

    expect(turn.heard).toEqual([{ epoch: 0, openSince: null, readAt: null }])
  },
)

test('notes that it is leaving beside the last write, until the page that it comes back to is answered', () => {
  const [one, other] = two()
  one.shareSignOut({ sent })

  one.noteLeaving()
  expect(other.ledger()).toMatchObject({ epoch: 7, out: 7, leaving: true })
  other.shareFailure({ sent, failures: 1, retryAt: 9 })
  other.repeatAnswer(known(ann()))
  expect(other.ledger().leaving).toBe(true)

  other.shareAnswer(known(ann()), answered('focus'))
  expect(one.ledger()).toMatchObject({ epoch: 7, out: 7, leaving: true })
  const back = openHub(browser.openTab())
  expect(back.join().isReturn).toBe(true)
  back.shareAnswer(known(ann()), answered('restored'))
  expect(one.ledger()).toMatchObject({ epoch: 7, out: 7, leaving: false })
})

test('who has come back leaves the mark of one that leaves after it', () => {
  const [one, other] = two()
  one.noteLeaving()
  const back = openHub(browser.openTab())
  expect(back.join().isReturn).toBe(true)
  back.shareAnswer(known(ann()), answered('restored'))

  other.noteLeaving()
  back.shareAnswer(known(ann()), answered('poll'))

  expect(one.ledger().leaving).toBe(true)
})

test('a page that has taken over what the one that comes back would ask leaves the mark of one that leaves after it', () => {
  browser.storage.set(NAME, '{"v":1,"epoch":7,"out":0}')
  const [one, other] = two()
  one.noteLeaving()
  const back = openHub(browser.openTab())
  expect(back.join().isReturn).toBe(true)
  back.noteAdopted()

  other.noteLeaving()
  back.shareAnswer(known(ann()), answered('poll'))

  expect(one.ledger().leaving).toBe(true)
})

test('a sign-out leaves the mark of one that has left to sign in', () => {
  const [one, other] = two()
  one.noteLeaving()

  other.shareSignOut({ sent })

  expect(one.ledger()).toEqual({ epoch: 7, out: 7, leaving: true })
})

test('forgets it where the tabs cannot hear each other as well', () => {
  const gone = openHub(browser.openTab())
  gone.shareSignOut({ sent })
  gone.noteLeaving()
  const back = openHub(browser.openTab({ openChannel: () => null }))
  expect(back.join().isReturn).toBe(true)

  back.shareAnswer(known(ann()), answered('restored'))

  expect(back.ledger().leaving).toBe(false)
})
