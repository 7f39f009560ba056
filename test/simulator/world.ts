import { createFakeLocks, type FakeLocks } from '../tabs/fake-locks'

/** Time, chance and what the tabs of one browser share, all of them the simulator's. */
export interface World {
  locks: FakeLocks
  storage: Map<string, string>
  channels: Set<OpenChannel>
  /** Epoch milliseconds, as all tabs see them. */
  now(): number
  /** Moves the wall clock and nothing else. */
  moveClock(milliseconds: number): void
  /** From 0 to 1. */
  random(): number
  /** A whole number of milliseconds, from 0 to the given one. */
  upTo(milliseconds: number): number
  /** Calls back after so much time, unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void
  /** Lets so much time pass. What falls due happens in its turn, and `each` is called after it. */
  pass(milliseconds: number, each: () => void): Promise<void>
  /** What is still to happen. */
  pending(): number
}

export interface OpenChannel {
  name: string
  receive(message: unknown): void
}

interface Task {
  dueAt: number
  run(): void
}

const START = Date.UTC(2030, 0, 1)
// Longer than this, nothing is on its way without a reason: a lock's grant and a message come within one frame.
const GRANT_MS = 3

export function createWorld(seed: number): World {
  let state = seed | 0
  let elapsed = 0
  let offset = 0
  const tasks: Task[] = []

  const random = () => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (milliseconds: number) => Math.floor(random() * (milliseconds + 1))
  const after = (milliseconds: number, run: () => void) => {
    // The clock of a browser shows whole milliseconds.
    const task = { dueAt: elapsed + Math.ceil(milliseconds), run }
    const later = tasks.findIndex(({ dueAt }) => dueAt > task.dueAt)
    tasks.splice(later < 0 ? tasks.length : later, 0, task)
    return () => {
      const index = tasks.indexOf(task)
      if (index >= 0) tasks.splice(index, 1)
    }
  }

  return {
    locks: createFakeLocks((task) => after(upTo(GRANT_MS), task)),
    storage: new Map(),
    channels: new Set(),
    now: () => START + elapsed + offset,
    moveClock(milliseconds) {
      offset += milliseconds
    },
    random,
    upTo,
    after,
    async pass(milliseconds, each) {
      const end = elapsed + milliseconds
      await settled()
      each()
      for (let next = tasks[0]; next && next.dueAt <= end; next = tasks[0]) {
        tasks.shift()
        elapsed = Math.max(elapsed, next.dueAt)
        next.run()
        await settled()
        each()
      }
      elapsed = end
    },
    pending: () => tasks.length,
  }
}

/** All promises that can go on have gone on. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
