import type { Environment } from 'sessionchart'
import type { TabLocks } from './locks'
import type { Page } from './page'
import type { OpenChannel, World } from './world'

/** What the platform of a tab has. */
export interface Abilities {
  locks: boolean
  channels: boolean
  storage: boolean
  /** What part of the messages is lost, from 0 to 1. */
  loss: number
}

/** What leads to the server, and delivers what comes back when the tab can hear it. */
export interface Network {
  send(tab: string, url: string, init: RequestInit, deliver: (task: () => void) => void): Promise<Response>
}

interface Surroundings {
  id: string
  world: World
  network: Network
  page: Page
  locks: TabLocks
  /** Asked each time. */
  abilities(): Abilities
}

export type TabEnvironment = ReturnType<typeof createTabEnvironment>

export const SITE = 'https://app.example'

/** The environment of a client whose browser is a simulated one. */
export function createTabEnvironment({ id, world, network, page, locks, abilities }: Surroundings) {
  const startedAt = world.now()

  return {
    now: world.now,
    random: world.random,
    isServer: () => false,
    hasLocks: () => abilities().locks,
    isOnline: () => page.isOnline,
    isVisible: () => page.isVisible,
    href: () => `${SITE}/`,
    variable: () => undefined,
    on: page.listen,
    goTo(url) {
      page.navigations.push(url)
    },
    reload() {
      page.navigations.push(null)
    },
    isRestoredNavigation: () => false,
    startedAt: () => startedAt,

    after(milliseconds, callback) {
      let isArmed = true
      const ring = () =>
        page.hear(() => {
          if (!isArmed) return
          letGo()
          callback()
        })
      const disarm = world.after(milliseconds, ring)
      const letGo = page.hold('timer', () => {
        isArmed = false
        disarm()
      })
      return letGo
    },

    fetch: (url, init) => {
      const request = new AbortController()
      const abort = () => request.abort(new DOMException('aborted', 'AbortError'))
      init.signal?.addEventListener('abort', abort)
      page.end.addEventListener('abort', abort)
      return network
        .send(id, String(url), { ...init, signal: request.signal }, page.hear)
        .finally(() => page.end.removeEventListener('abort', abort))
    },

    openChannel(name, onMessage) {
      if (!abilities().channels) return null
      const own: OpenChannel = {
        name,
        receive: (message) => page.hear(() => world.channels.has(own) && onMessage(message)),
      }
      world.channels.add(own)
      const close = page.hold('channel', () => world.channels.delete(own))
      return { close, post: (message) => post(own, message) }
    },
    hasShared: () => abilities().storage,
    writeShared(key, value) {
      if (abilities().storage && page.is !== 'dead') world.storage.set(key, value)
      return abilities().storage
    },
    readShared: (key) => (abilities().storage ? (world.storage.get(key) ?? null) : null),
    requestLock(...asked) {
      if (!abilities().locks) return null
      // What is dead may still be running here, and must not be heard of.
      return page.is === 'dead' ? new Promise(() => {}) : locks.environment.requestLock(...asked)
    },
    lockHolder: (name) => locks.environment.lockHolder(name),
  } satisfies Partial<Environment>

  function post(own: OpenChannel, message: unknown) {
    for (const other of world.channels) {
      const isHeard = other !== own && other.name === own.name && page.is !== 'dead'
      if (!isHeard || world.random() < abilities().loss) continue
      // Not `structuredClone`, which Jest's page lacks.
      const copy = JSON.parse(JSON.stringify(message))
      world.soon('message', () => other.receive(copy))
    }
  }
}
