import { createSessionClient, type Environment, type SessionClient } from 'sessionchart'
import type { FakeTab } from '../tabs/fake-locks'
import type { Network } from './network'
import type { OpenChannel, World } from './world'

type PageEvent = Parameters<Environment['on']>[0]

/** What the platform of a tab has. */
export interface Abilities {
  locks: boolean
  channels: boolean
  storage: boolean
  /** What part of the messages is lost, from 0 to 1. */
  loss: number
}

/** A tab with a client, and a process that can be stopped and killed. */
export interface Tab {
  id: string
  client: SessionClient
  /** Calls that are not settled. */
  open: Set<Promise<unknown>>
  is: 'running' | 'stopped' | 'away' | 'dead'
  /** It has been stopped or away. */
  wasAway: boolean
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

/** How often a session is read for no other reason. */
export const POLL_MS = 60_000

const NAME = 'sessionchart:/api/auth'
// A message is there before a lock that was kept for 25 ms longer.
const MESSAGE_MS = 20

export function openTab(world: World, network: Network, id: string, abilities: Abilities): Tab {
  const platform: FakeTab = world.locks.openTab(id)
  const listeners = new Map<PageEvent, Set<(event: Event) => void>>()
  const holding = new Map<object, string>()
  const backlog: Array<() => void> = []
  const life = new AbortController()
  const channels = new Set<OpenChannel>()
  const startedAt = world.now()
  let left: 'freeze' | 'pagehide' = 'freeze'
  let isOnline = true
  let isVisible = true

  const hear = (task: () => void) => {
    if (tab.is === 'running') task()
    else if (tab.is !== 'dead') backlog.push(task)
  }
  const hold = (name: string, release: () => void) => {
    const key = {}
    holding.set(key, name)
    return () => {
      if (holding.delete(key)) release()
    }
  }
  const happens = (type: PageEvent, properties: object = {}) => {
    for (const listener of [...(listeners.get(type) ?? [])]) listener({ type, ...properties } as Event)
  }

  const environment: Partial<Environment> = {
    now: world.now,
    random: world.random,
    isServer: () => false,
    hasLocks: () => abilities.locks,
    isOnline: () => isOnline,
    isVisible: () => isVisible,
    href: () => 'https://app.example/',
    after(milliseconds, callback) {
      const ring = () =>
        hear(() => {
          if (holding.has(key)) {
            holding.delete(key)
            callback()
          }
        })
      const disarm = world.after(milliseconds, ring)
      const key = {}
      holding.set(key, 'timer')
      return () => {
        holding.delete(key)
        disarm()
      }
    },
    fetch: (url, init) => {
      const request = new AbortController()
      const abort = () => request.abort(new DOMException('aborted', 'AbortError'))
      init.signal?.addEventListener('abort', abort)
      life.signal.addEventListener('abort', abort)
      return network
        .send(id, String(url), { ...init, signal: request.signal }, hear)
        .finally(() => life.signal.removeEventListener('abort', abort))
    },
    on(type, callback, signal) {
      const all = listeners.get(type) ?? new Set()
      listeners.set(type, all.add(callback))
      const release = hold(`${type} listener`, () => all.delete(callback))
      signal.addEventListener('abort', release)
    },
    goTo() {},
    reload() {},
    openChannel(name, onMessage) {
      if (!abilities.channels) return null
      const own: OpenChannel = { name, receive: (message) => hear(() => isOpen && onMessage(message)) }
      let isOpen = true
      world.channels.add(own)
      channels.add(own)
      const close = hold('channel', () => {
        isOpen = false
        world.channels.delete(own)
      })
      return {
        close,
        post(message) {
          for (const other of world.channels) {
            if (other === own || other.name !== name || tab.is === 'dead' || world.random() < abilities.loss)
              continue
            const copy = structuredClone(message)
            world.after(world.upTo(MESSAGE_MS), () => other.receive(copy))
          }
        },
      }
    },
    hasShared: () => abilities.storage,
    writeShared(key, value) {
      if (abilities.storage && tab.is !== 'dead') world.storage.set(key, value)
      return abilities.storage
    },
    readShared: (key) => (abilities.storage ? (world.storage.get(key) ?? null) : null),
    requestLock(...asked) {
      if (!abilities.locks) return null
      // What is dead may still be running here, and must not be heard of.
      return tab.is === 'dead' ? new Promise(() => {}) : platform.environment.requestLock(...asked)
    },
    lockHolder: (name) => platform.environment.lockHolder(name),
    isRestoredNavigation: () => false,
    startedAt: () => startedAt,
  }

  const tab: Tab = {
    id,
    client: createSessionClient({ environment, logger: { error() {} }, refetchInterval: POLL_MS / 1_000 }),
    open: new Set(),
    is: 'running',
    wasAway: false,
    call(run) {
      if (tab.is !== 'running') return
      const promise: Promise<unknown> = run(tab.client).then(
        () => tab.open.delete(promise),
        () => tab.open.delete(promise),
      )
      tab.open.add(promise)
    },
    turn(visibility) {
      if (tab.is !== 'running') return
      isVisible = visibility === 'visible'
      happens('visibilitychange')
    },
    connect(now) {
      if (isOnline === now || tab.is === 'dead') return
      isOnline = now
      hear(() => happens(now ? 'online' : 'offline'))
    },
    stop() {
      if (tab.is !== 'running') return
      tab.is = 'stopped'
      tab.wasAway = true
      platform.freeze()
    },
    resume() {
      if (tab.is !== 'stopped') return
      tab.is = 'running'
      platform.thaw()
      catchUp()
    },
    leave(how) {
      if (tab.is !== 'running') return
      left = how
      happens(how, { persisted: true })
      tab.is = 'away'
      tab.wasAway = true
      platform.freeze()
    },
    return() {
      if (tab.is !== 'away') return
      tab.is = 'running'
      platform.thaw()
      happens('resume')
      happens('visibilitychange')
      if (left === 'pagehide') happens('pageshow', { persisted: true })
      catchUp()
    },
    kill() {
      if (tab.is === 'dead') return
      tab.is = 'dead'
      life.abort()
      platform.close()
      for (const channel of channels) world.channels.delete(channel)
    },
    held: () => [
      ...holding.values(),
      ...(world.locks.holder(NAME) === id ? ['lock'] : []),
      ...world.locks.queue(NAME).flatMap((queued) => (queued === id ? ['place in the queue'] : [])),
    ],
  }
  const catchUp = () => {
    // One task after the other, as a browser does it.
    for (const task of backlog.splice(0)) world.after(0, () => hear(task))
  }
  return tab
}
