import { vi } from 'vitest'

// Files follow each other in a process. Each begins with modules of its own and with what the platform has.
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
