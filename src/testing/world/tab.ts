import {
  createSessionClient,
  type Environment,
  type SessionClient,
  type SessionClientOptions,
} from 'sessionchart'
import { createPage, type Life, type Page } from './page'
import { type Abilities, createTabEnvironment, type Network, type TabEnvironment } from './tab-environment'
import type { World } from './world'

/** A tab with a client, and a process that can be stopped and killed. */
export interface Tab {
  id: string
  client: SessionClient
  environment: Partial<Environment>
  page: Page
  readonly is: Life
  /** Calls that are not settled. */
  open: Set<Promise<unknown>>
  /** It has been stopped or away, and has not heard yet all that was said meanwhile. */
  isBehind: boolean
  call(run: (client: SessionClient) => Promise<unknown>): void
  turn(visibility: 'visible' | 'hidden'): void
  connect(isOnline: boolean): void
  /** The process stops without a word, as with a debugger or a kill -STOP, and goes on later. */
  stop(): void
  resume(): void
  /** The browser freezes the page, or puts it into the back/forward cache, and says so. */
  leave(how: 'freeze' | 'pagehide'): void
  return(): void
  kill(): void
  /** Timers, listeners, channels, locks and places in their queues that nobody has let go of. */
  held(): string[]
}

export interface TabOptions {
  id: string
  abilities(): Abilities
  client?: SessionClientOptions
  /** Looks on at what the client does to its platform. */
  wrap?: (environment: TabEnvironment) => TabEnvironment
}

export function openTab(world: World, network: Network, options: TabOptions): Tab {
  const { id, abilities, client, wrap = (environment) => environment } = options
  const locks = world.locks.openTab(id)
  const page = createPage()
  const environment = wrap(createTabEnvironment({ id, world, network, page, locks, abilities }))
  let left: 'freeze' | 'pagehide' = 'freeze'

  const tab: Tab = {
    id,
    client: createSessionClient({ ...client, environment }),
    environment,
    page,
    get is() {
      return page.is
    },
    open: new Set(),
    isBehind: false,
    call(run) {
      if (page.is !== 'running') return
      const promise: Promise<unknown> = run(tab.client).then(
        () => tab.open.delete(promise),
        () => tab.open.delete(promise),
      )
      tab.open.add(promise)
    },
    turn(visibility) {
      if (page.is !== 'running') return
      page.isVisible = visibility === 'visible'
      page.happens('visibilitychange')
    },
    connect(isOnline) {
      if (page.isOnline === isOnline || page.is === 'dead') return
      page.isOnline = isOnline
      page.hear(() => page.happens(isOnline ? 'online' : 'offline'))
    },
    stop() {
      if (page.is === 'running') halt('stopped')
    },
    resume() {
      if (page.is !== 'stopped') return
      goOn()
      catchUp()
    },
    leave(how) {
      if (page.is !== 'running') return
      left = how
      page.happens(how, { persisted: true })
      halt('away')
    },
    return() {
      if (page.is !== 'away') return
      goOn()
      page.happens('resume')
      page.happens('visibilitychange')
      if (left === 'pagehide') page.happens('pageshow', { persisted: true })
      catchUp()
    },
    kill() {
      if (page.is === 'dead') return
      page.die()
      locks.close()
    },
    held: () => [...page.held(), ...locks.held()],
  }

  function halt(how: 'stopped' | 'away') {
    page.is = how
    tab.isBehind = true
    locks.freeze()
  }
  function goOn() {
    page.is = 'running'
    locks.thaw()
  }
  function catchUp() {
    // One task after the other, as a browser does it.
    for (const task of page.takeBacklog()) world.after(0, () => page.hear(task))
    world.after(0, () => {
      if (page.is === 'running') tab.isBehind = false
    })
  }
  return tab
}
