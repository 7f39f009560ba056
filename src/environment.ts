/**
 * Everything the client wants of the platform it runs on. This file alone names browser globals; it reads them
 * when they are needed and never when it is loaded. What a platform lacks does nothing.
 */
export interface Environment {
  /** Epoch milliseconds. */
  now(): number
  /** From 0 to 1. */
  random(): number
  /** Calls back once after so many milliseconds, unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void
  fetch(url: string, init: RequestInit): Promise<Response>
  /** No page is there, nor will there be: a server renders. */
  isServer(): boolean
  isOnline(): boolean
  isVisible(): boolean
  /** Each of these calls back on the event and returns the function that stops it. */
  onOnline(callback: () => void): () => void
  onOffline(callback: () => void): () => void
  onVisibilityChange(callback: () => void): () => void
  onPageHide(callback: () => void): () => void
  onPageShow(callback: () => void): () => void
  onBeforeUnload(callback: () => void): () => void
  /** The address of the page, or `undefined` where there is none. */
  href(): string | undefined
  /** Sends the browser to another address. */
  goTo(url: string): void
  reload(): void
  /** A channel to the other tabs, or `null` where the platform has none. */
  openChannel(name: string, onMessage: (data: unknown) => void): Channel | null
  /** Whether the platform has a storage that tabs share, and lets us use it. */
  hasShared(): boolean
  /** Writes to the storage that tabs share, which the other tabs hear. `false` where it cannot. */
  writeShared(key: string, value: string): boolean
  onSharedWrite(key: string, callback: (value: string) => void): () => void
  /** An environment variable, or `undefined`. */
  variable(name: 'NEXTAUTH_URL' | 'NEXTAUTH_URL_INTERNAL' | 'VERCEL_URL'): string | undefined
  isProduction(): boolean
}

export interface Channel {
  post(message: unknown): void
  close(): void
}

const listen = (
  target: Partial<EventTarget> | undefined,
  type: string,
  listener: (event: Event) => void,
): (() => void) => {
  // React Native has a `window` without `addEventListener`.
  target?.addEventListener?.(type, listener)
  return () => target?.removeEventListener?.(type, listener)
}
const page = () => (typeof document === 'undefined' ? undefined : document)
const view = () => (typeof window === 'undefined' ? undefined : window)

/** The environment of a browser, and as much of it as any other platform has. */
export const browserEnvironment: Environment = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
  fetch: (url, init) => fetch(url, init),
  isServer: () => typeof window === 'undefined',
  // A platform that does not know says nothing, and only an explicit `false` is believed.
  isOnline: () => typeof navigator === 'undefined' || navigator.onLine !== false,
  isVisible: () => page()?.visibilityState !== 'hidden',
  onOnline: (callback) => listen(view(), 'online', callback),
  onOffline: (callback) => listen(view(), 'offline', callback),
  onVisibilityChange: (callback) => listen(page(), 'visibilitychange', callback),
  onPageHide: (callback) => listen(view(), 'pagehide', callback),
  onPageShow: (callback) =>
    listen(view(), 'pageshow', (event) => {
      if ((event as PageTransitionEvent).persisted) callback()
    }),
  onBeforeUnload: (callback) => listen(view(), 'beforeunload', callback),
  href: () => view()?.location?.href,
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
      return typeof localStorage !== 'undefined' && localStorage !== null
    } catch {
      // An opaque origin, or a user who has blocked it.
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
  onSharedWrite: (key, callback) =>
    listen(view(), 'storage', (event) => {
      const { key: written, newValue } = event as StorageEvent
      if (written === key && newValue !== null) callback(newValue)
    }),
  variable(name) {
    // Written out, because bundlers replace these very words; caught, because a browser has no `process`.
    try {
      if (name === 'NEXTAUTH_URL') return process.env.NEXTAUTH_URL
      if (name === 'NEXTAUTH_URL_INTERNAL') return process.env.NEXTAUTH_URL_INTERNAL
      return process.env.VERCEL_URL
    } catch {
      return undefined
    }
  },
  isProduction() {
    try {
      return process.env.NODE_ENV === 'production'
    } catch {
      return false
    }
  },
}
