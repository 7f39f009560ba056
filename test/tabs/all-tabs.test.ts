import type { Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { createAllTabs } from '../../src/authjs/all-tabs'
import type { TabNews } from '../../src/tabs/tab-message'
import { ann, bob } from '../client/sessions'
import { createBrowser, type FakeBrowser } from './browser'
import { answered, known, openHub } from './hub'
import { NAME, settled } from './turns'

const V5 = 'next-auth'
const V4 = 'nextauth.message'
const signedOut = { event: 'session', data: { trigger: 'signout' } }
const changed = { event: 'session', data: { trigger: 'getSession' } }

let browser: FakeBrowser
beforeEach(() => {
  browser = createBrowser()
})

function openAll(overrides: Partial<Environment> = {}) {
  const tab = browser.openTab(overrides)
  const told: unknown[] = []
  const tell = (type: string, facts?: object) => told.push({ ...facts, type })
  const listening = new AbortController()
  const tabs = createAllTabs({
    environment: tab.environment,
    tabId: tab.id,
    apiBase: () => '/api/auth',
    channel: () => undefined,
    userOf: (session) => `user ${(session as ReturnType<typeof ann>).user.name}`,
  })
  tabs.listen(tell, listening.signal)
  const take = (wanted = {}) => {
    const turn = new AbortController()
    const limits = { patienceMs: 1, writePatienceMs: 1 }
    tabs.takeTurn({ write: null, ...limits, ...wanted }, tell, turn.signal, new AbortController().signal)
    return () => turn.abort()
  }
  return { ...tabs, tab, told, take, leave: () => listening.abort() }
}
/** A tab of the same origin that says what it likes. */
const openScript = (name: string) => {
  const channel = browser.openTab().environment.openChannel(name, () => {})
  if (!channel) throw new Error('There are no channels.')
  return channel
}

/** What is told to the tabs that run next-auth. */
const hearNextAuth = () => {
  const heard: unknown[] = []
  browser.openTab().environment.openChannel(V5, (message) => heard.push(message))
  return heard
}

test('begins with what is written down of the last write, when it hears the others', async () => {
  browser.storage.set(NAME, '{"v":1,"epoch":7,"out":5}')
  const { tab, told, listen, leave } = openAll()
  expect(told).toEqual([
    {
      type: 'tabs.joined',
      epoch: 7,
      out: 5,
      openSince: null,
      readAt: null,
      mayBeOld: false,
      isReturn: false,
    },
  ])
  const whole = tab.held()

  leave()
  await settled()
  listen(() => expect(tab.held()).toEqual(whole), new AbortController().signal)
  expect(whole).toEqual(['storage listener', `channel ${NAME}`, `channel ${V5}`])
})

const order = { epoch: 7, stamp: 8 }
const news: TabNews[] = [
  { kind: 'began', epoch: 7, op: 'sign-in' },
  { kind: 'ended', epoch: 7 },
  { kind: 'failed', ...order, failures: 2, pauseMs: 9 },
  { kind: 'asked' },
]

test.for(news)('tells the chart of a message, under its own name: %o', async (message) => {
  const { told } = openAll()

  openScript(NAME).post({ ...message, v: 1, from: 'other' })
  await settled()

  expect(told.slice(1)).toEqual([{ ...message, v: 1, from: 'other', type: `otherTab.${message.kind}` }])
})

test.for([
  [ann(), 'user Ann'],
  [bob(), 'user Bob'],
  [null, null],
] as const)('names the user of a session, in its own words: %o', async ([session, user]) => {
  const { told } = openAll()
  const message = { kind: 'answered', ...order, session, expiresAt: null, tookMs: 0, why: 'read' }

  openScript(NAME).post({ ...message, user: 'somebody else', v: 1, from: 'other' })
  await settled()

  expect(told.slice(1)).toEqual([{ ...message, v: 1, from: 'other', user, type: 'otherTab.answered' }])
})

test('tells the chart of nothing that is no message', async () => {
  const { told } = openAll()
  const script = openScript(NAME)

  for (const message of [null, 'asked', { kind: 'asked' }, { kind: 'asked', v: 1, from: 'tab 1' }])
    script.post(message)
  await settled()

  expect(told).toHaveLength(1)
})

test('tells the chart that the turn has come, and that it was lost', async () => {
  const one = openAll()
  one.take({ write: { op: 'update', epoch: 7 } })
  await settled()
  expect(one.told.slice(1)).toEqual([{ type: 'turn.came', epoch: 7, openSince: null, readAt: null }])

  openHub(browser.openTab({ random: () => 0 })).take({ patienceMs: 1, writePatienceMs: 1 })
  await settled()
  await browser.clock.advance(1)
  await settled()

  expect(one.told.at(-1)).toEqual({ type: 'turn.lost' })
})

test('is told once of what one of ours has done, which says it in three ways', async () => {
  const [one, other] = [openAll(), openAll()]

  one.shareAnswer(known(null), answered('sign-out'))
  one.tellNextAuth('signout')
  await settled()

  expect(other.told.slice(1)).toMatchObject([{ type: 'otherTab.answered', why: 'sign-out' }])
})

test('hears by next-auth of one of ours when its own channel is not open', async () => {
  const one = openAll()
  const other = openAll({
    openChannel: (name, hear) => (name === V5 ? one.tab.environment.openChannel(name, hear) : null),
  })

  one.tellNextAuth('signout')
  await settled()

  // By the channel and by the storage.
  expect(other.told.slice(1)).toEqual(Array(2).fill({ type: 'otherTab.signedOut' }))
})

test.for([undefined, null, '', {}, 'sessionchart:other'])(
  'hears a message of next-auth that is not marked as one of ours, but by %o',
  async (sessionchart) => {
    const { told, tab } = openAll()

    openScript(V5).post({ ...signedOut, sessionchart })
    tab.page.happens('storage', { key: V4, newValue: JSON.stringify({ ...changed, sessionchart }) })
    await settled()

    const heard = [{ type: 'otherTab.signedOut' }, { type: 'otherTab.changed' }]
    expect(told.slice(1)).toEqual(expect.arrayContaining(heard))
    expect(told.slice(1)).toHaveLength(2)
  },
)

test('marks what it tells tabs that run next-auth', async () => {
  const heard = hearNextAuth()

  openAll().tellNextAuth('getSession')
  await settled()

  expect(heard).toEqual([{ ...changed, sessionchart: NAME }])
  expect(JSON.parse(browser.storage.get(V4) ?? '')).toMatchObject({ ...changed, sessionchart: NAME })
})

test('tells tabs that run next-auth of a sign-in that had left the page, once what is back knows of it', async () => {
  const heard = hearNextAuth()
  openAll().noteLeaving()
  const back = openAll()

  back.shareAnswer(known(ann()), answered('restored'))
  back.shareAnswer(known(ann()), answered('poll'))
  await settled()

  expect(heard).toEqual([{ ...changed, sessionchart: NAME }])
  expect(JSON.parse(browser.storage.get(V4) ?? '')).toMatchObject(changed)
})

test('tells them so when what is back takes over what another tab was answered after it', async () => {
  const heard = hearNextAuth()
  openAll().noteLeaving()

  openAll().noteAdopted(known(ann()))
  openAll().noteAdopted(known(ann()))
  await settled()

  expect(heard).toEqual([{ ...changed, sessionchart: NAME }])
  expect(browser.storage.get(NAME)).not.toContain('leaving')
})

test('tells them once, however many tabs were opened before it was known', async () => {
  browser.storage.set(NAME, '{"v":1,"epoch":7,"out":0}')
  const heard = hearNextAuth()
  openAll().noteLeaving()
  const [first, ...others] = [openAll(), openAll(), openAll()] as const

  first.shareAnswer(known(ann()), answered('restored'))
  for (const other of others) other.noteAdopted(known(ann()))
  await settled()

  expect(heard).toHaveLength(1)
})

test.for([
  ['of nobody who is signed in', true, null],
  ['of what another page is answered', false, ann()],
] as const)('tells them nothing %s', async ([, hasLeft, session]) => {
  const heard = hearNextAuth()
  if (hasLeft) openAll().noteLeaving()

  openAll().shareAnswer(known(session), answered('restored'))
  await settled()

  expect(heard).toEqual([])
})

test('hears nobody when the signal has aborted, and lets go of everything', async () => {
  const { told, tab, leave } = openAll()

  leave()
  openScript(NAME).post({ kind: 'asked', v: 1, from: 'other' })
  openScript(V5).post(signedOut)
  tab.page.happens('storage', { key: V4, newValue: JSON.stringify(signedOut) })
  await settled()

  expect(told).toHaveLength(1)
  expect(tab.held()).toEqual([])
})

test('says that there are no tabs where neither a channel nor a storage is', () => {
  const { told } = openAll({ openChannel: () => null, hasShared: () => false })

  expect(told).toContainEqual({ type: 'tabs.unavailable' })
})
