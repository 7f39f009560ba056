import { SessionOptionError, type SessionState } from 'sessionchart'
import { type Browser, createBrowser } from '../stage/browser'
import { type Duration, millisecondsOf } from '../stage/duration'
import { sortOptions } from '../stage/options'
import { providerOf } from '../stage/provider'
import { createTestClock } from '../stage/test-clock'
import { createTestNetwork } from '../stage/test-network'
import { createTestPage } from '../stage/test-page'
import { createTestServer } from '../stage/test-server'
import type { Tab } from '../world/tab'
import { type TestSessionOptions, timeOf } from './plan'
import type { TestTab, TestTabs } from './test-tabs'

export interface CreateTabsOptions extends TestSessionOptions {
  /** What chance does: the same seed, the same run. Default 1. */
  seed?: number | undefined
  /** How long a request or an answer travels at most. Default 60 ms. */
  latency?: Duration | undefined
  /** What part of the messages between tabs is lost, from 0 to 1. Default 0. */
  messageLoss?: number | undefined
  /** What the browser lacks, or forbids. */
  without?: ReadonlyArray<(typeof ABILITIES)[number]> | undefined
}

const ABILITIES = ['locks', 'channels', 'storage'] as const

// The grant of a lock, and a message to another tab, are there within a frame or two.
const GRANT_MS = 3
const MESSAGE_MS = 20
// Longer than a tab needs to find out who is signed in.
const OPENING_MS = 60_000

/**
 * Opens tabs of one browser, for tests of what they agree about. Each has a real client; what they share, their clock
 * and their server are simulated. Time passes by `clock` alone, and chance is that of the seed: a run is the same each
 * time. When they are there, they know who is signed in.
 *
 * @param count how many
 * @throws SessionOptionError as a rejection, for an option that makes no sense.
 *
 * @example
 * ```ts
 * const { tabs, clock, requests } = await createTabs(10, { session: ann, refetchInterval: 60, seed: 7 })
 * const before = requests.length
 * await clock.tick('10m')
 * expect(requests.length - before).toBe(10)
 *
 * await clock.until(tabs[0].client.signOut({ redirect: false }))
 * await clock.tick('1s')
 * expect(tabs.map(({ state }) => state.status)).toEqual(Array(10).fill('unauthenticated'))
 * ```
 */
export async function createTabs(count: number, options: CreateTabsOptions = {}): Promise<TestTabs> {
  const { seed = 1, latency = 60, messageLoss = 0, without = [], now, ...rest } = options
  if (!Number.isInteger(count) || count < 0)
    throw new SessionOptionError('count', count, 'a whole number, from 0')
  if (!Number.isInteger(seed)) throw new SessionOptionError('seed', seed, 'a whole number')
  if (!(messageLoss >= 0 && messageLoss <= 1))
    throw new SessionOptionError('messageLoss', messageLoss, 'from 0 to 1')
  const unknown = without.find((ability) => !ABILITIES.includes(ability))
  if (unknown !== undefined)
    throw new SessionOptionError('without', unknown, `one of ${ABILITIES.join(', ')}`)
  const { server, client } = sortOptions(rest)
  const has = (ability: (typeof ABILITIES)[number]) => !without.includes(ability)
  const abilities = {
    locks: has('locks'),
    channels: has('channels'),
    storage: has('storage'),
    loss: messageLoss,
  }
  const browser = createBrowser({
    seed,
    delays: { grant: GRANT_MS, message: MESSAGE_MS, server: millisecondsOf(latency, 'latency') },
    startsAt: timeOf(now) ?? Date.now(),
    server,
    abilities: () => abilities,
  })
  const tabs: TestTab[] = []

  const all: TestTabs = {
    tabs,
    async open() {
      const tab = browser.open({ logger: { error() {} }, ...client })
      const made: TestTab = testTab(browser, tab, () => tabs.splice(tabs.indexOf(made), 1))
      tabs.push(made)
      await browser.go(tab.client.start)
      return made
    },
    requests: browser.network.requests,
    server: createTestServer(browser),
    clock: createTestClock(browser),
    network: createTestNetwork(browser),
    stop() {
      for (const { client } of browser.tabs) client.stop()
    },
  }
  for (let opened = 0; opened < count; opened += 1) await all.open()
  const isLoading = () => browser.tabs.some((tab) => tab.client.getState().status === 'loading')
  await browser.passWhile(isLoading, OPENING_MS)
  if (isLoading())
    throw new SessionOptionError('latency', latency, 'short enough for an answer to come in time')
  return all
}

function testTab(browser: Browser, tab: Tab, forget: () => void): TestTab {
  const { client, id } = tab
  return {
    id,
    client,
    Provider: providerOf(client),
    get state(): SessionState {
      return client.getState()
    },
    page: createTestPage(browser, tab),
    halt: () => browser.go(tab.stop),
    goOn: () => browser.go(tab.resume),
    crash: () =>
      browser.go(() => {
        if (tab.is === 'dead') return
        browser.drop(tab)
        forget()
      }),
    held: tab.held,
  }
}
