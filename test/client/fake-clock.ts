import type { Environment } from 'sessionchart'

/** Time that passes only when the test says so. */
export interface FakeClock {
  environment: Pick<Environment, 'now' | 'after'>
  /** Lets so much time pass; what falls due meanwhile happens in its turn. */
  advance(milliseconds: number): Promise<void>
  /** Moves the wall clock and nothing else, as the user of a device may do. */
  set(milliseconds: number): void
  /** How long each timer that runs still has to wait. */
  timers(): number[]
}

export const START = Date.parse('2030-01-01T00:00:00.000Z')

export function createFakeClock(): FakeClock {
  let wall = START
  // Timers do not look at the wall clock.
  let elapsed = 0
  const timers = new Map<object, { dueAt: number; callback: () => void }>()
  const due = () => [...timers].sort(([, a], [, b]) => a.dueAt - b.dueAt)[0]
  const pass = (milliseconds: number) => {
    wall += milliseconds
    elapsed += milliseconds
  }

  return {
    environment: {
      now: () => wall,
      after(milliseconds, callback) {
        const key = {}
        timers.set(key, { dueAt: elapsed + milliseconds, callback })
        return () => timers.delete(key)
      },
    },
    async advance(milliseconds) {
      const end = elapsed + milliseconds
      for (let next = due(); next && next[1].dueAt <= end; next = due()) {
        const [key, timer] = next
        pass(Math.max(timer.dueAt - elapsed, 0))
        timers.delete(key)
        timer.callback()
        await new Promise((resolve) => setImmediate(resolve))
      }
      pass(end - elapsed)
    },
    set(milliseconds) {
      wall = milliseconds
    },
    timers: () => [...timers.values()].map(({ dueAt }) => dueAt - elapsed),
  }
}
