import type { Environment } from 'sessionchart'

/** The Web Locks of one origin, as the standard has them, for tabs that a test opens. */
export interface Locks {
  openTab(id: string): TabLocks
  /** The tab that has the lock, also when it does not know yet. */
  holder(name: string): string | null
  /** The tabs that wait for it, the next one first. */
  queue(name: string): string[]
}

export interface TabLocks {
  environment: Pick<Environment, 'requestLock' | 'lockHolder'>
  /** The locks that it has, also when it does not know yet, and its places in their queues. */
  held(): string[]
  /** It hears nothing more, and keeps what it has. */
  freeze(): void
  /** It hears what has happened meanwhile. */
  thaw(): void
  /** It crashes, or is closed: what it has or waits for is given back, and it hears nothing. */
  close(): void
}

interface Request {
  name: string
  tab: { id: string; hear(task: () => void): void }
  /** The lock is there. */
  granted(): void
  rejected(reason: unknown): void
}

/** Not `queueMicrotask`, which the fake timers of Jest replace. */
export const inMicrotask = (task: () => void): void => {
  Promise.resolve().then(task)
}

/** @param soon What a tab hears comes by this: in a microtask unless a simulator has other plans. */
export function createLocks(soon: (task: () => void) => void = inMicrotask): Locks {
  const held = new Map<string, Request>()
  let waiting: Request[] = []

  const grant = (request: Request) => {
    waiting = waiting.filter((each) => each !== request)
    held.set(request.name, request)
    request.tab.hear(request.granted)
  }
  const serve = (name: string) => {
    const next = waiting.find((request) => request.name === name)
    if (next && !held.has(name)) grant(next)
  }
  const release = (request: Request) => {
    // Who was robbed has nothing to give back.
    if (held.get(request.name) !== request) return
    held.delete(request.name)
    serve(request.name)
  }

  const requestOf = (tab: Request['tab']) => (name: string, options: Options, run: () => Promise<void>) => {
    const { signal, steal } = options
    if (signal && steal) return Promise.reject(new DOMException('signal and steal', 'NotSupportedError'))
    if (signal?.aborted) return Promise.reject(signal.reason)
    return new Promise<void>((resolve, reject) => {
      let hasCome = false
      const request: Request = {
        name,
        tab,
        rejected: reject,
        granted() {
          hasCome = true
          // The signal has aborted while the lock was on its way.
          if (signal?.aborted) return release(request)
          const end = () => release(request)
          Promise.resolve(run()).finally(end).then(resolve, reject)
        },
      }
      signal?.addEventListener('abort', () => {
        waiting = waiting.filter((each) => each !== request)
        // A lock that is on its way is given back without the tab, which may be frozen by then.
        if (!hasCome) release(request)
        // Where the turn has come already, this changes nothing.
        reject(signal.reason)
      })
      if (!steal) {
        waiting.push(request)
        return serve(name)
      }
      const robbed = held.get(name)
      robbed?.tab.hear(() => robbed.rejected(new DOMException('stolen', 'AbortError')))
      grant(request)
    })
  }

  return {
    holder: (name) => held.get(name)?.tab.id ?? null,
    queue: (name) => waiting.filter((request) => request.name === name).map(({ tab }) => tab.id),
    openTab(id) {
      let state: 'awake' | 'frozen' | 'closed' = 'awake'
      let backlog: Array<() => void> = []
      const run = (task: () => void) => {
        if (state === 'awake') task()
        if (state === 'frozen') backlog.push(task)
      }
      const tab = { id, hear: (task: () => void) => soon(() => run(task)) }
      return {
        environment: {
          requestLock: requestOf(tab),
          lockHolder(name) {
            // As it is now, and not as it is when the tab hears of it.
            const holder = held.get(name)?.tab.id ?? null
            return new Promise((resolve) => tab.hear(() => resolve(holder)))
          },
        },
        held: () => [
          ...[...held.values()].filter((request) => request.tab === tab).map(() => 'lock'),
          ...waiting.filter((request) => request.tab === tab).map(() => 'place in the queue'),
        ],
        freeze() {
          state = 'frozen'
        },
        thaw() {
          state = 'awake'
          const tasks = backlog
          backlog = []
          for (const task of tasks) tab.hear(task)
        },
        close() {
          state = 'closed'
          waiting = waiting.filter((request) => request.tab !== tab)
          for (const request of [...held.values()]) if (request.tab === tab) release(request)
        },
      }
    },
  }
}

type Options = Parameters<Environment['requestLock']>[1]
