import type { BaseEnvironment, Environment } from 'sessionchart/client'

const page = () => (typeof document === 'undefined' ? undefined : document)
const view = () => (typeof window === 'undefined' ? undefined : window)

/** What a page needs of its browser once it has rendered: to ask, to watch, to leave it, and to agree with the other tabs. */
export const lateEnvironment: Omit<Environment, keyof BaseEnvironment> = {
  fetch: (url, init) => fetch(url, init),
  // A platform that does not know says nothing, and only an explicit `false` is believed.
  isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
  isVisible: () => page()?.visibilityState !== 'hidden',
  hasLocks: () => typeof navigator !== 'undefined' && Boolean(navigator.locks),
  on(type, callback, signal) {
    const isOfDocument = ['visibilitychange', 'freeze', 'resume'].includes(type)
    const target: Partial<EventTarget> | undefined = isOfDocument ? page() : view()
    // React Native has a `window` without `addEventListener`.
    target?.addEventListener?.(type, callback)
    // Not the option `signal`: a test environment may have a class of its own for it.
    signal.addEventListener('abort', () => target?.removeEventListener?.(type, callback))
  },
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
