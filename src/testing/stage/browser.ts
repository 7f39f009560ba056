import type { SessionClientOptions } from 'sessionchart'
import { type AuthServer, type AuthServerOptions, createAuthServer } from 'sessionchart/testing/server'
import { openTab, type Tab } from '../world/tab'
import type { Abilities } from '../world/tab-environment'
import { createWorld, settled, type World, type WorldOptions } from '../world/world'
import { inAct } from './act'
import { type BrowserNetwork, createBrowserNetwork } from './browser-network'

/** A simulated browser whose tabs ask a server in memory. */
export interface Browser {
  world: World
  server: AuthServer
  network: BrowserNetwork
  tabs: Tab[]
  open(client: SessionClientOptions): Tab
  /** It is gone without a word. */
  drop(tab: Tab): void
  /** Answers the requests of a tab one after the other, or lets them be lost, as long as something is so. */
  answerWhile(isSo: () => boolean, tab: Tab, how: 'answered' | 'lost'): Promise<void>
  /** Does something, and lets happen what follows from it at once. One after the other, as all that follows here. */
  go(run: () => unknown): Promise<void>
  pass(milliseconds: number): Promise<void>
  /** Does something, and lets time pass, up to a limit, as long as something is so. */
  passWhile(isSo: () => boolean, limitMs: number, run?: () => void): Promise<void>
}

export interface BrowserOptions extends Omit<WorldOptions, 'settle'> {
  server: AuthServerOptions
  abilities(): Abilities
}

// More than a sign-in sends.
const MOST_REQUESTS = 8

export function createBrowser({ server: given, abilities, ...options }: BrowserOptions): Browser {
  const world = createWorld({
    ...options,
    async settle() {
      do {
        await settled()
        await Promise.all(network.making)
      } while (network.making.size > 0)
    },
  })
  const { session = null, ...settings } = given
  const server = createAuthServer({ ...settings, now: world.now })
  const network = createBrowserNetwork(world, server, session)
  let opened = 0
  let last = Promise.resolve()
  /** Two calls of a test that overlap would overlap in React, which forbids it, and share the time that passes. */
  const inTurn = (run: () => Promise<void>): Promise<void> => {
    const mine = last.then(() => inAct(run))
    last = mine.catch(() => {})
    return mine
  }

  const browser: Browser = {
    world,
    server,
    network,
    tabs: [],
    open(client) {
      opened += 1
      const tab = openTab(world, network, { id: `tab ${opened}`, abilities, client })
      browser.tabs.push(tab)
      if (!network.isOnline) tab.connect(false)
      return tab
    },
    async answerWhile(isSo, { id }, how) {
      if (how === 'lost') network.loses = id
      for (let count = 0; count < MOST_REQUESTS && isSo(); count += 1) {
        await browser.go(() => network.answer(id))
      }
      network.loses = null
    },
    drop(tab) {
      tab.kill()
      browser.tabs = browser.tabs.filter((one) => one !== tab)
    },
    go: (run) =>
      inTurn(async () => {
        await run()
        await world.pass(0)
      }),
    pass: (milliseconds) => inTurn(() => world.pass(milliseconds)),
    passWhile: (isSo, limitMs, run) =>
      inTurn(async () => {
        run?.()
        const end = world.elapsed() + limitMs
        await world.pass(0)
        for (let next = world.untilNext(); isSo(); next = world.untilNext()) {
          if (next === null || world.elapsed() + next > end) return
          await world.pass(next)
        }
      }),
  }
  return browser
}
