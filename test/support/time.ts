import { vi } from 'vitest'

const TURNS = 60
const STEP_MS = 100

// Taken before a test fakes the clock: the event loop has to turn while time stands still.
const { setImmediate: turn } = globalThis

/** Lets everything happen that needs no time: promises, renders, effects, messages between tabs. */
export async function settle(turns = TURNS): Promise<void> {
  for (let count = 0; count < turns; count++) await new Promise<void>((resolve) => turn(resolve))
}

/**
 * Moves the faked clock. In small steps, because one long step would answer late to what was asked within it.
 */
export async function passTime(milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds
  await settle()
  while (Date.now() < end) {
    await vi.advanceTimersByTimeAsync(Math.min(STEP_MS, end - Date.now()))
    await settle(8)
  }
  await settle()
}

/** Fakes what tells or counts time, and leaves what the event loop needs to turn. */
export function fakeTime(): void {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] })
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
