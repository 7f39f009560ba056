import type { Environment } from 'sessionchart'
import { beforeEach, expect, test } from 'vitest'
import { START } from '../client/fake-clock'
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

test('hears the tabs that have the same name', async () => {
  const [one, other] = two()
  const apart = openHub(browser.openTab(), { channel: 'preview' })

  one.ask()
  await settled()

  expect(other.heard).toEqual([{ kind: 'asked', v: 1, from: 'tab 1' }])
  expect([...one.heard, ...apart.heard]).toEqual([])
  expect([one.name(), apart.name()]).toEqual([NAME, 'sessionchart:preview'])
})

test('hears until the signal aborts, and can hear again', async () => {
  const tab = browser.openTab()
  const hub = openHub(tab)
  const other = openHub(browser.openTab())
  hub.leave()
  await settled()
  expect(tab.held()).toEqual([])
  other.ask()
  hub.ask()
  hub.shareAnswer(known(ann()), answered('poll'))
  await settled()
  expect([...hub.heard, ...other.heard]).toEqual([])

  const heard: unknown[] = []
  expect(hub.listen((message) => heard.push(message), new AbortController().signal)).toBe(true)
  other.ask()
  hub.ask()
  await settled()
  expect([heard.length, other.heard.length]).toEqual([1, 1])
})

test('goes on hearing when an earlier signal aborts late', async () => {
  const hub = openHub(browser.openTab())
  const other = openHub(browser.openTab())

  hub.listen(() => {}, new AbortController().signal)
  hub.leave()
  hub.ask()
  await settled()

  expect(other.heard).toHaveLength(1)
})

test('opens nothing for a signal that has aborted', () => {
  const tab = browser.openTab()

  openHub(tab, { isDeaf: true }).listen(() => {}, AbortSignal.abort())

  expect(tab.held()).toEqual([])
})

test.for<[string, Partial<Environment>]>([
  ['there are no channels', { openChannel: () => null }],
  ['channels reach threads', { openChannel: () => ({ post() {}, close() {}, reachesThreads: true }) }],
])('says that it hears nobody where %s', ([, environment]) => {
  const hub = openHub(browser.openTab(environment), { isDeaf: true })

  expect(hub.listen(() => {}, new AbortController().signal)).toBe(false)
  expect(hub.isHeard(NAME)).toBe(false)
})

test('is heard under its name while it listens', async () => {
  const hub = openHub(browser.openTab())
  expect([NAME, 'sessionchart:other', undefined, null, 7].map(hub.isHeard)).toEqual([
    true,
    ...Array(4).fill(false),
  ])

  hub.leave()
  await settled()
  expect(hub.isHeard(NAME)).toBe(false)
})

test.for([
  ['poll', 'read'],
  ['call', 'read'],
  ['other-tab-sign-out', 'read'],
  ['update', 'update'],
  ['sign-in', 'sign-in'],
  ['sign-out', 'sign-out'],
] as const)('tells an answer to %s as one to %s', async ([trigger, why]) => {
  const [one, other] = two()

  one.shareAnswer(known(ann()), answered(trigger))
  await settled()

  expect(other.heard).toEqual([
    { kind: 'answered', ...sent, session: ann(), expiresAt: 9, tookMs: 10, why, v: 1, from: 'tab 1' },
  ])
})

test('tells that nobody is signed in as null, also where nobody knew', async () => {
  const [one, other] = two()

  one.shareAnswer(known(null), answered('poll'))
  one.shareAnswer({ ...known(null), data: undefined }, answered('poll'))
  await settled()

  expect(other.heard).toMatchObject([{ session: null }, { session: null }])
})

test('tells a failure', async () => {
  const [one, other] = two()

  one.shareFailure({ sent, failures: 3, retryAt: START + 99 })
  await settled()

  expect(other.heard).toEqual([{ kind: 'failed', ...sent, failures: 3, pauseMs: 99, v: 1, from: 'tab 1' }])
})
