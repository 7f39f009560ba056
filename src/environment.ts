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
  /** Calls back on an event of the window or the document, until the signal aborts. */
  on(type: PageEvent, callback: (event: Event) => void, signal: AbortSignal): void
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
  /** An environment variable, or `undefined`. */
  variable(name: 'NEXTAUTH_URL' | 'NEXTAUTH_URL_INTERNAL' | 'VERCEL_URL'): string | undefined
  isProduction(): boolean
}

export type PageEvent =
  | 'online'
  | 'offline'
  | 'visibilitychange'
  | 'pagehide'
  | 'pageshow'
  | 'beforeunload'
  | 'storage'

export interface Channel {
  post(message: unknown): void
  close(): void
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
  on(type, callback, signal) {
    const target: Partial<EventTarget> | undefined = type === 'visibilitychange' ? page() : view()
    // React Native has a `window` without `addEventListener`.
    target?.addEventListener?.(type, callback)
    // Not the option `signal`: a test environment may have a class of its own for it.
    signal.addEventListener('abort', () => target?.removeEventListener?.(type, callback))
  },
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
  variable(name) {
    // Written out, because bundlers replace these very words; caught, because a browser may have no `process`.
    try {
      return name === 'NEXTAUTH_URL' ? process.env.NEXTAUTH_URL : process.env[name]
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
