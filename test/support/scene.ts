import { vi } from 'vitest'
import { fakeTime, settle } from './time'

/** What every test starts from: a clock that stands, and an empty storage. */
export function openScene(): void {
  // First, because jsdom uses a timer for it.
  globalThis.localStorage?.clear()
  fakeTime()
}

export async function closeScene(): Promise<void> {
  // Clients stop a moment after their provider has gone.
  await settle()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
}
