import { afterAll, beforeEach, expect, vi } from 'vitest'
import { watchChannels } from './watch-channels'

// Files follow each other in a process. Each begins with modules of its own, those of packages excepted, and with what
// the platform has. A client that still ran at its end would talk to those of the next one.
vi.resetModules()
vi.useRealTimers()
vi.unstubAllGlobals()
vi.unstubAllEnvs()
for (const key of Object.getOwnPropertySymbols(globalThis)) {
  if (key.description?.startsWith('sessionchart.')) Reflect.deleteProperty(globalThis, key)
}
if (typeof document !== 'undefined') {
  document.head.replaceChildren()
  document.body.replaceChildren()
  sessionStorage.clear()
  // What a test has written down would make the page of the next one old.
  beforeEach(() => localStorage.clear())
  history.replaceState(null, '', '/')
}

const { BroadcastChannel } = globalThis
const { Channel, open } = watchChannels()
globalThis.BroadcastChannel = Channel

afterAll(async () => {
  vi.useRealTimers()
  // msw keeps its own for as long as the process lives.
  const left = () => Array.from(open, ({ name }) => name).filter((name) => !name.startsWith('msw:'))
  await vi.waitFor(() => expect(left()).toEqual([]))
  globalThis.BroadcastChannel = BroadcastChannel
})
