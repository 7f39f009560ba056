import { createLocks, inMicrotask, type Locks } from './locks'

/** Time, chance and what the tabs of one browser share, all of them simulated. */
export interface World {
  locks: Locks
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
  /** Runs a task as soon as what it comes by allows. */
  soon(by: Way, task: () => void): void
  /** Lets so much time pass. What falls due happens in its turn, and `each` is called after it. */
  pass(milliseconds: number, each?: () => void): Promise<void>
  /** How long it is until the next thing falls due, in milliseconds; `null` when nothing does. */
  untilNext(): number | null
  /** How much time has passed, in milliseconds, wherever the clock was moved to. */
  elapsed(): number
}

export interface OpenChannel {
  name: string
  receive(message: unknown): void
}

/** Inside of the browser: the grant of a lock, a message. To the server: a request or an answer. */
type Way = 'grant' | 'message' | 'server'

export interface WorldOptions {
  seed: number
  /** How long it takes at most, in milliseconds. */
  delays: Record<Way, number>
  /** When it begins, in epoch milliseconds. */
  startsAt?: number
  /** Gives all promises that can go on the time for it. */
  settle?: () => Promise<void>
}

interface Task {
  dueAt: number
  run(): void
}

export const START = Date.UTC(2030, 0, 1)

export function createWorld({ seed, delays, startsAt = START, settle = settled }: WorldOptions): World {
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
  const soon = (by: Way, task: () => void) => {
    // Where nothing takes time, nobody has to let any pass.
    if (delays[by] === 0) inMicrotask(task)
    else after(upTo(delays[by]), task)
  }

  return {
    locks: createLocks((task) => soon('grant', task)),
    storage: new Map(),
    channels: new Set(),
    now: () => startsAt + elapsed + offset,
    moveClock(milliseconds) {
      offset += milliseconds
    },
    random,
    upTo,
    after,
    soon,
    async pass(milliseconds, each = () => {}) {
      const end = elapsed + milliseconds
      await settle()
      each()
      for (let next = tasks[0]; next && next.dueAt <= end; next = tasks[0]) {
        tasks.shift()
        elapsed = Math.max(elapsed, next.dueAt)
        next.run()
        await settle()
        each()
      }
      elapsed = Math.max(elapsed, end)
    },
    untilNext: () => (tasks[0] ? Math.max(tasks[0].dueAt - elapsed, 0) : null),
    elapsed: () => elapsed,
  }
}

// More than follow each other in any answer of the library.
const TURNS = 100

/** Nothing here waits for anything but promises, so no timer is needed, which a test may have replaced. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await null
}
