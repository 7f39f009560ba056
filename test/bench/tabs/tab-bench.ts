export interface MountOptions {
  /** As if the server had rendered the page and knew the session. */
  isSeeded?: boolean
  isStrict?: boolean
  /** In seconds. */
  refetchInterval?: number
}

/** What the page calls of its library. */
export type Calls = Partial<Record<'signIn' | 'signOut' | 'update' | 'updateData', () => Promise<unknown>>>

/** Milliseconds from the mount to `authenticated` on the screen, and to the answer of a bare `fetch`. */
export interface Race {
  shown: number
  bare: number
}

/** What a page of `test/bench/page/tabs` does for the bench. */
interface TabBench {
  calls: Calls
  mount(options: MountOptions): void
  unmount(): void
  /** What is on the screen. */
  status(): string
  /** Mounts, and fetches the same at the same time. */
  race(path: string): Promise<Race>
}

declare global {
  interface Window {
    tabBench: TabBench
    /** With `?race=<path>`: it has begun with the page. */
    raced: Promise<Race>
  }
}
