import { vi } from 'vitest'

export interface FakeTabs {
  /** What this tab told the others, by transport. */
  told: { channel: unknown[]; storage: unknown[] }
  /** Another tab with next-auth v5 says something. */
  post(message: unknown): void
  /** Another tab writes to the storage, as next-auth v4 does. */
  write(key: string, value: unknown): void
}

const KEY = 'nextauth.message'

/** What next-auth reads of a message of ours, which says who has sent it, and when exactly. */
function withoutMark(message: unknown): { timestamp?: unknown } {
  const { sessionchart, at, ...read } = Object(message)
  return read
}

/**
 * Puts channels and a storage in place that deliver at once. As between real channels, a message reaches every
 * other channel of the name, those of the same tab included, if `hearsItself` says so.
 */
export function stubTabs({ hearsItself = false } = {}): FakeTabs {
  const told: FakeTabs['told'] = { channel: [], storage: [] }
  const open = new Set<FakeChannel>()

  class FakeChannel extends EventTarget {
    constructor(readonly name: string) {
      super()
      open.add(this)
    }
    postMessage(data: unknown) {
      // What tabs like this one tell each other is no affair of next-auth's.
      if (this.name !== 'next-auth') return
      told.channel.push(withoutMark(data))
      if (hearsItself) deliver(data, this)
    }
    close() {
      open.delete(this)
    }
  }
  const deliver = (data: unknown, from?: FakeChannel) => {
    for (const channel of open) {
      const isOther = channel !== from && channel.name === 'next-auth'
      if (isOther) queueMicrotask(() => channel.dispatchEvent(new MessageEvent('message', { data })))
    }
  }
  vi.stubGlobal('BroadcastChannel', FakeChannel)

  localStorage.clear()
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation((key, value) => {
    if (key !== KEY) return
    const { timestamp, ...message } = withoutMark(JSON.parse(value))
    told.storage.push(typeof timestamp === 'number' ? message : value)
  })
  return {
    told,
    post: (message) => deliver(message),
    write: (key, value) =>
      window.dispatchEvent(new StorageEvent('storage', { key, newValue: JSON.stringify(value) })),
  }
}
