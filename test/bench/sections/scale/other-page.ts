import { JSDOM, VirtualConsole } from 'jsdom'
import type { World } from '../../../../src/testing/world/world'

/** A tab with a library that brings no test kit: a page of jsdom, on the clock of a simulated browser. */
export interface OtherPage {
  become(visibility: 'visible' | 'hidden'): void
  connect(isOnline: boolean): void
  /** Another tab has written to `localStorage`. */
  hearStorage(key: string, value: string): void
  /** Another channel has posted. */
  hearChannel(name: string): void
  status(): string
  close(): void
}

export interface PageOptions {
  url: string
  script: string
  intervalSeconds: number
  isVisible: boolean
  world: World
  fetch(url: string, init: RequestInit): Promise<Response>
  /** It writes to `localStorage`. */
  onStorage(key: string, value: string): void
  /** It posts to all other channels of that name, those of its own included. */
  onPost(name: string): void
}

export function openPage({
  url,
  script,
  intervalSeconds,
  isVisible,
  world,
  ...given
}: PageOptions): OtherPage {
  const { window } = new JSDOM('<body></body>', {
    url,
    runScripts: 'outside-only',
    virtualConsole: new VirtualConsole(),
  })
  const { document } = window
  const listening = new Map<string, Set<() => void>>()
  const timers = new Map<number, () => void>()
  let lastTimer = 0
  let visibility = isVisible ? 'visible' : 'hidden'
  let online = true

  const arm = (callback: () => void, milliseconds = 0, repeats = false) => {
    lastTimer += 1
    const id = lastTimer
    const ring = () => {
      if (repeats) timers.set(id, world.after(milliseconds, ring))
      else timers.delete(id)
      callback()
    }
    timers.set(id, world.after(milliseconds, ring))
    return id
  }
  const disarm = (id: number) => {
    timers.get(id)?.()
    timers.delete(id)
  }
  class Channel {
    constructor(readonly name: string) {}
    addEventListener(_type: string, listener: () => void) {
      listening.set(this.name, (listening.get(this.name) ?? new Set()).add(listener))
    }
    removeEventListener(_type: string, listener: () => void) {
      listening.get(this.name)?.delete(listener)
    }
    postMessage() {
      given.onPost(this.name)
    }
  }
  const values = {
    intervalSeconds,
    setTimeout: (callback: () => void, milliseconds?: number) => arm(callback, milliseconds),
    setInterval: (callback: () => void, milliseconds?: number) => arm(callback, milliseconds, true),
    clearTimeout: disarm,
    clearInterval: disarm,
    performance: { now: world.elapsed },
    fetch: given.fetch,
    Headers,
    Request,
    Response,
    BroadcastChannel: Channel,
    localStorage: { getItem: () => null, setItem: given.onStorage, removeItem() {} },
  }
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(window, name, { value, configurable: true, writable: true })
  Object.defineProperty(document, 'visibilityState', { get: () => visibility })
  Object.defineProperty(window.navigator, 'onLine', { get: () => online })
  // By this, v4 reports its errors.
  Object.defineProperty(window.navigator, 'sendBeacon', { value: () => true })
  window.Date.now = world.now
  window.eval(script)

  return {
    become(next) {
      visibility = next
      document.dispatchEvent(new window.Event('visibilitychange'))
    },
    connect(isOnline) {
      online = isOnline
      window.dispatchEvent(new window.Event(isOnline ? 'online' : 'offline'))
    },
    hearStorage: (key, newValue) =>
      window.dispatchEvent(new window.StorageEvent('storage', { key, newValue })),
    hearChannel(name) {
      for (const listener of [...(listening.get(name) ?? [])]) listener()
    },
    status: () => document.title,
    close() {
      for (const id of [...timers.keys()]) disarm(id)
      window.close()
    },
  }
}
