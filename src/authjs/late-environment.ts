import type { BaseEnvironment, Environment } from 'sessionchart/client'

/** What a page needs of its browser when its session changes: to leave it, and to agree with the other tabs. */
export const lateEnvironment: Omit<Environment, keyof BaseEnvironment> = {
  goTo(url) {
    window.location.href = url
  },
  reload() {
    window.location.reload()
  },
  openChannel(name, onMessage) {
    if (typeof BroadcastChannel === 'undefined') return null
    try {
      const channel = new BroadcastChannel(name)
      channel.addEventListener('message', (event) => onMessage(event.data))
      // In Node an open channel keeps the process alive.
      const { unref } = channel as { unref?: () => void }
      unref?.call(channel)
      return {
        post: (message) => channel.postMessage(message),
        close: () => channel.close(),
        reachesThreads: unref !== undefined,
      }
    } catch {
      // An opaque origin forbids it.
      return null
    }
  },
  hasShared() {
    try {
      return Boolean(localStorage)
    } catch {
      // It is not there, the origin is opaque, or the user has blocked it.
      return false
    }
  },
  writeShared(key, value) {
    try {
      localStorage.setItem(key, value)
      return true
    } catch {
      // It is full, or it is not there.
      return false
    }
  },
  readShared(key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  requestLock(name, options, run) {
    try {
      return navigator.locks.request<void>(name, options, run)
    } catch {
      // There are none in an old browser and on an insecure page. What the origin forbids is a rejection.
      return null
    }
  },
  async lockHolder(name) {
    try {
      const { held } = await navigator.locks.query()
      return held?.find((lock) => lock.name === name)?.clientId ?? null
    } catch {
      return null
    }
  },
  isRestoredNavigation() {
    try {
      const [entry] = performance.getEntriesByType('navigation')
      return (entry as PerformanceNavigationTiming | undefined)?.type === 'back_forward'
    } catch {
      return false
    }
  },
  startedAt() {
    try {
      return performance.timeOrigin || 0
    } catch {
      return 0
    }
  },
}
