import { vi } from 'vitest'

/** What is left in the process: the globals and their values, and whatever keeps it alive. */
export function takeTraces() {
  const globals = new Map<PropertyKey, unknown>()
  for (const key of Reflect.ownKeys(globalThis)) {
    const { value, get } = Object.getOwnPropertyDescriptor(globalThis, key) ?? {}
    globals.set(key, value ?? get)
  }
  const env = { ...process.env }
  return { globals, env, timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout') }
}

/** Counts the channels that are opened from now on. */
export function watchChannels() {
  const opened = vi.fn()
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      constructor(name: string) {
        opened(name)
      }
      addEventListener() {}
      postMessage() {}
      close() {}
    },
  )
  return opened
}
