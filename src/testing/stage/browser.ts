import type { SessionClientOptions } from 'sessionchart'
import { type AuthServer, type AuthServerOptions, createAuthServer } from 'sessionchart/testing/server'
import { openTab, type Tab } from '../world/tab'
import type { Abilities } from '../world/tab-environment'
import { createWorld, type World, type WorldOptions } from '../world/world'
import { inAct } from './act'
import { type BrowserNetwork, createBrowserNetwork } from './browser-network'

/** A simulated browser whose tabs ask a server in memory. */
export interface Browser {
  world: World
  server: AuthServer
  network: BrowserNetwork
  tabs: Tab[]
  open(client: SessionClientOptions): Tab
  close(tab: Tab): void
  /** Does something, and lets happen what follows from it at once. */
  go(run: () => unknown): Promise<void>
  pass(milliseconds: number): Promise<void>
  /** Lets time pass, up to a limit, as long as something is so. */
  passWhile(isSo: () => boolean, limitMs: number): Promise<void>
  /** Lets time pass, up to a limit, until a call has its answer. `false` when it has none then. */
  passUntil(call: Promise<unknown>, limitMs: number): Promise<boolean>
}

export interface BrowserOptions extends Omit<WorldOptions, 'settle'> {
  server: AuthServerOptions
  abilities(): Abilities
}

export function createBrowser({ server: given, abilities, ...options }: BrowserOptions): Browser {
  const world = createWorld(options)
  const { session = null, ...settings } = given
  const server = createAuthServer({ ...settings, now: world.now })
  const network = createBrowserNetwork(world, server, session)
  let opened = 0

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
    close(tab) {
      tab.client.stop()
      tab.kill()
      browser.tabs.splice(browser.tabs.indexOf(tab), 1)
    },
    go: (run) =>
      inAct(async () => {
        await run()
        await world.pass(0)
      }),
    pass: (milliseconds) => inAct(() => world.pass(milliseconds)),
    passWhile: (isSo, limitMs) =>
      inAct(async () => {
        const end = world.elapsed() + limitMs
        await world.pass(0)
        for (let next = world.untilNext(); isSo(); next = world.untilNext()) {
          if (next === null || world.elapsed() + next > end) return
          await world.pass(next)
        }
      }),
    async passUntil(call, limitMs) {
      let isOver = false
      const over = () => {
        isOver = true
      }
      call.then(over, over)
      await browser.passWhile(() => !isOver, limitMs)
      return isOver
    },
  }
  return browser
}
