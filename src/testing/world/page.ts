import type { Environment } from 'sessionchart'

type PageEvent = Parameters<Environment['on']>[0]

/** What becomes of the process of a page. */
export type Life = 'running' | 'stopped' | 'away' | 'dead'

/** A page as the browser has it: what it hears, and what it has not let go of. */
export interface Page {
  is: Life
  isOnline: boolean
  isVisible: boolean
  /** Where the browser was told to go, in order. `null`: to load the page again. */
  navigations: Array<string | null>
  /** Aborts when the page dies. */
  readonly end: AbortSignal
  /** Runs a task now, or when the process goes on. Never, when it is dead. */
  hear(task: () => void): void
  /** What was to be heard meanwhile. */
  takeBacklog(): Array<() => void>
  listen(type: PageEvent, callback: (event: Event) => void, signal: AbortSignal): void
  happens(type: PageEvent, properties?: object): void
  /** Notes that it holds something. Returns what lets go of it, and is done once. */
  hold(name: string, release: () => void): () => void
  held(): string[]
  die(): void
}

export function createPage(): Page {
  const listeners = new Map<PageEvent, Set<(event: Event) => void>>()
  const holding = new Map<object, string>()
  const backlog: Array<() => void> = []
  const end = new AbortController()

  const page: Page = {
    is: 'running',
    isOnline: true,
    isVisible: true,
    navigations: [],
    end: end.signal,
    hear(task) {
      if (page.is === 'running') task()
      else if (page.is !== 'dead') backlog.push(task)
    },
    takeBacklog: () => backlog.splice(0),
    listen(type, callback, signal) {
      const all = listeners.get(type) ?? new Set()
      listeners.set(type, all.add(callback))
      signal.addEventListener(
        'abort',
        page.hold(`${type} listener`, () => all.delete(callback)),
      )
    },
    happens(type, properties = {}) {
      for (const listener of [...(listeners.get(type) ?? [])]) listener({ type, ...properties } as Event)
    },
    hold(name, release) {
      const key = {}
      holding.set(key, name)
      return () => {
        if (holding.delete(key)) release()
      }
    },
    held: () => [...holding.values()],
    die() {
      page.is = 'dead'
      end.abort()
    },
  }
  return page
}
