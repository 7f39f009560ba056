/** What the client wants at once of the platform it runs on. */
export interface BaseEnvironment {
  /** Epoch milliseconds. */
  now(): number
  /** From 0 to 1. */
  random(): number
  /** Calls back once after so many milliseconds, unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void
  /** No page is there, nor will there be: a server renders. */
  isServer(): boolean
  /** The address of the page, or `undefined` where there is none. */
  href(): string | undefined
  /** An environment variable, or `undefined`. */
  variable(name: 'NEXTAUTH_URL' | 'NEXTAUTH_URL_INTERNAL' | 'VERCEL_URL'): string | undefined
  isProduction(): boolean
}

/** Everything the client wants of the platform it runs on, to be replaced in tests and on other platforms. */
export interface Environment extends BaseEnvironment {
  fetch(url: string, init: RequestInit): Promise<Response>
  isOnline(): boolean
  isVisible(): boolean
  /** The platform has locks that its tabs share. */
  hasLocks(): boolean
  /** Calls back on an event of the window or the document, until the signal aborts. */
  on(type: PageEvent, callback: (event: Event) => void, signal: AbortSignal): void
  /** Sends the browser to another address. */
  goTo(url: string): void
  reload(): void
  /** A channel to the other tabs, or `null` where the platform has none. */
  openChannel(name: string, onMessage: (data: unknown) => void): Channel | null
  /** Whether the platform has a storage that tabs share, and lets us use it. */
  hasShared(): boolean
  /** Writes to the storage that tabs share, which the other tabs hear. `false` where it cannot. */
  writeShared(key: string, value: string): boolean
  /** Reads from the storage that tabs share: `null` where nothing is there, or it cannot. */
  readShared(key: string): string | null
  /** Asks for a lock that one tab has at a time, and holds it while `run` runs. `null` without Web Locks. */
  requestLock(
    name: string,
    options: { signal?: AbortSignal; steal?: boolean },
    run: () => Promise<void>,
  ): Promise<void> | null
  /** The id of the page that has the lock, or `null` where it is nobody or unknown. */
  lockHolder(name: string): Promise<string | null>
  /** The user has come to this page by going back or forward, so that its HTML may be an old one. */
  isRestoredNavigation(): boolean
  /** When the page began to load, in epoch milliseconds, or 0 where that is unknown. */
  startedAt(): number
}

/** What a client holds until the rest is loaded: the base, and what the app has brought. */
export type ClientEnvironment = BaseEnvironment & Partial<Environment>

export type PageEvent =
  | 'online'
  | 'offline'
  | 'visibilitychange'
  | 'pagehide'
  | 'pageshow'
  | 'resume'
  | 'freeze'
  | 'beforeunload'
  | 'storage'

export interface Channel {
  post(message: unknown): void
  close(): void
  /** It is Node's, which reaches other threads: in tests these are other tests, and no tabs. */
  reachesThreads?: boolean
}

/**
 * The environment of a browser, and as much of it as any other platform has: what a page needs before its first
 * render. The rest is in engine/late-environment.ts. Of what a client is made of, these two files alone name browser
 * globals; they read them when they are needed and never when they are loaded. What a platform lacks does nothing.
 */
export const browserEnvironment: BaseEnvironment = {
  now: () => Date.now(),
  random: () => Math.random(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
  isServer: () => typeof window === 'undefined',
  // Where tests put a location of their own, it may have no address. React Native has a window without one.
  href: () => (typeof window === 'undefined' || !window.location ? undefined : (window.location.href ?? '')),
  variable(name) {
    // Written out, because bundlers replace these very words; caught, because a browser may have no `process`.
    try {
      if (name === 'NEXTAUTH_URL') return process.env.NEXTAUTH_URL
      return name === 'VERCEL_URL' ? process.env.VERCEL_URL : process.env.NEXTAUTH_URL_INTERNAL
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
