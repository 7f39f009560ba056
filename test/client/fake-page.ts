import type { Environment } from 'sessionchart'
import { SITE } from './fake-auth'

type PageEvent = Parameters<Environment['on']>[0]

/** A browser tab that the test plays on, and that counts what is held of it. */
export interface FakePage {
  environment: Partial<Environment>
  /** Timers, listeners and channels that nobody has let go of. */
  held(): string[]
  /** Where the page was sent. */
  visited: string[]
  /** What was told to the other tabs. */
  told: unknown[]
  goOffline(): void
  goOnline(): void
  turn(state: 'hidden' | 'visible'): void
  /** An event of the window or the document, with the given properties. */
  happens(type: PageEvent, properties?: object): void
  /** Another tab says something on next-auth's channel. */
  hear(message: unknown): void
}

/** Time comes from `Date` and `setTimeout`, so that fake timers work. */
export function createFakePage(overrides: Partial<Environment> = {}): FakePage {
  const held = new Map<object, string>()
  const hold = (name: string, release: () => void = () => {}) => {
    const key = {}
    held.set(key, name)
    return () => {
      held.delete(key)
      release()
    }
  }
  const target = new EventTarget()
  const channels = new Set<(data: unknown) => void>()
  let isOnline = true
  let isVisible = true

  const page: FakePage = {
    held: () => [...held.values()],
    visited: [],
    told: [],
    goOffline() {
      isOnline = false
      page.happens('offline')
    },
    goOnline() {
      isOnline = true
      page.happens('online')
    },
    turn(state) {
      isVisible = state === 'visible'
      page.happens('visibilitychange')
    },
    happens(type, properties = {}) {
      target.dispatchEvent(Object.assign(new Event(type), properties))
    },
    hear(message) {
      for (const onMessage of [...channels]) onMessage(message)
    },
    environment: {
      random: () => 1,
      after(milliseconds, callback) {
        const timer = setTimeout(() => {
          release()
          callback()
        }, milliseconds)
        const release = hold('timer', () => clearTimeout(timer))
        return release
      },
      isServer: () => false,
      isOnline: () => isOnline,
      isVisible: () => isVisible,
      on(type, callback, signal) {
        target.addEventListener(type, callback)
        const release = hold(`${type} listener`, () => target.removeEventListener(type, callback))
        signal.addEventListener('abort', release)
      },
      hasShared: () => true,
      writeShared: () => true,
      href: () => `${SITE}/page`,
      goTo: (url) => {
        page.visited.push(url)
      },
      reload: () => {
        page.visited.push('reload')
      },
      openChannel(name, onMessage) {
        if (name !== 'next-auth') return null
        channels.add(onMessage)
        const close = hold('channel', () => channels.delete(onMessage))
        return { post: (message) => page.told.push(message), close }
      },
      ...overrides,
    },
  }
  return page
}
