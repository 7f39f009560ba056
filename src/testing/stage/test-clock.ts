import type { Browser } from './browser'
import { type Duration, millisecondsOf } from './duration'

/** The time of the test. It stands still unless it is told to pass. */
export interface TestClock {
  /** In epoch milliseconds. */
  now(): number
  /**
   * Lets time pass. Whatever falls due happens in its turn, and components have rendered it when the promise resolves.
   *
   * @throws SessionOptionError for what is no duration.
   *
   * @example
   * ```ts
   * await clock.tick('5m')
   * ```
   */
  tick(duration: Duration): Promise<void>
  /**
   * The device sleeps: the clock goes on, no timer does. Then the user looks at the page again.
   *
   * @throws SessionOptionError for what is no duration.
   */
  sleep(duration: Duration): Promise<void>
  /**
   * Lets time pass until a call is settled, but no more than the limit (default: 5 minutes). Rejects as the call does.
   * Given as a function, the call is made where React expects what follows from it.
   *
   * @throws Error when the call is not settled by then.
   *
   * @example
   * ```ts
   * await clock.until(() => client.update({ name: 'Ann Lee' }))
   * ```
   */
  until<T>(call: Promise<T> | (() => Promise<T>), limit?: Duration): Promise<T>
}

export function createTestClock(browser: Browser): TestClock {
  const { world, go, pass, passWhile } = browser
  return {
    now: world.now,
    tick: async (duration) => pass(millisecondsOf(duration, 'duration')),
    async sleep(duration) {
      const milliseconds = millisecondsOf(duration, 'duration')
      const seen = browser.tabs.filter(({ page }) => page.isVisible)
      await go(() => {
        for (const tab of seen) tab.turn('hidden')
      })
      await go(() => {
        world.moveClock(milliseconds)
        for (const tab of seen) tab.turn('visible')
      })
    },
    async until<T>(call: Promise<T> | (() => Promise<T>), limit: Duration = '5m') {
      let made: Promise<T> | undefined
      let isOver = false
      const over = () => {
        isOver = true
      }
      const make = () => {
        made = typeof call === 'function' ? call() : call
        made.then(over, over)
      }
      // Somebody has to catch what it rejects with, also when the limit makes no sense.
      if (typeof call !== 'function') call.catch(() => {})
      await passWhile(() => !isOver, millisecondsOf(limit, 'limit'), make)
      if (isOver) return made as Promise<T>
      const why = browser.network.hasWaiting()
        ? 'The server holds requests: release() them.'
        : 'It may take longer.'
      throw new Error(`sessionchart: the call is not settled within ${limit} of the test's time. ${why}`)
    },
  }
}
