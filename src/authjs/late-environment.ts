import type { BaseEnvironment, Environment } from 'sessionchart'

/** What a page needs of its browser when its session changes: to leave it, and to reach the other tabs. */
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
      ;(channel as { unref?: () => void }).unref?.()
      return { post: (message) => channel.postMessage(message), close: () => channel.close() }
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
}
