import { afterAll, expect, vi } from 'vitest'

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
  localStorage.clear()
  sessionStorage.clear()
  history.replaceState(null, '', '/')
}

const Channel = globalThis.BroadcastChannel
const open = new Set<BroadcastChannel>()
globalThis.BroadcastChannel = class extends Channel {
  constructor(name: string) {
    super(name)
    // msw keeps its own for as long as the process lives.
    if (!name.startsWith('msw:')) open.add(this)
  }

  override close() {
    open.delete(this)
    super.close()
  }
}

afterAll(async () => {
  vi.useRealTimers()
  await vi.waitFor(() => expect(Array.from(open, ({ name }) => name)).toEqual([]))
  globalThis.BroadcastChannel = Channel
})
