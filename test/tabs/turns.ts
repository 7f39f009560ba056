import type { Environment } from 'sessionchart'
import { expect, onTestFinished } from 'vitest'
import { takeTurn } from '../../src/tabs/turn'
import { createLocks, type TabLocks } from '../../src/testing/world/locks'
import { createFakeClock } from '../client/fake-clock'
import { wholeEnvironment } from '../support/whole-environment'

export const NAME = 'sessionchart:/api/auth'
const REQUEST_TIMEOUT_MS = 15_000

interface Wanted {
  isWrite?: boolean
  requestTimeoutMs?: number
  environment?: Partial<Environment>
}

export const settled = () => new Promise((resolve) => setImmediate(resolve))

/** Tabs that want turns, in a time of their own. No rejection may be left over when the test is done. */
export function createTurns() {
  const locks = createLocks()
  const clock = createFakeClock()
  failOnUnhandled()

  /** Takes a turn in a tab. `heard` is what it has heard of it. */
  function take(tab: TabLocks, { isWrite = false, requestTimeoutMs, environment }: Wanted = {}) {
    const heard: string[] = []
    const turn = new AbortController()
    const platform = { ...wholeEnvironment, ...clock.environment, random: () => 0 }
    takeTurn(
      { ...platform, ...tab.environment, ...environment },
      NAME,
      () => (isWrite ? 3_000 : (requestTimeoutMs ?? REQUEST_TIMEOUT_MS) + 2_000),
      { came: () => heard.push('came'), lost: () => heard.push('lost') },
      turn.signal,
    )
    return { heard, end: () => turn.abort() }
  }

  return {
    locks,
    take,
    timers: clock.timers,
    /** Lets so much time pass, and all hear of what has happened. */
    async pass(milliseconds: number) {
      await settled()
      await clock.advance(milliseconds)
      await settled()
    },
    /** Takes a turn in a new tab that freezes as soon as it has it. */
    async takeAndFreeze() {
      const tab = locks.openTab('frozen')
      const turn = take(tab)
      await settled()
      tab.freeze()
      return { tab, ...turn }
    },
  }
}

function failOnUnhandled() {
  const unhandled: unknown[] = []
  const note = (reason: unknown) => unhandled.push(reason)
  process.on('unhandledRejection', note)
  onTestFinished(async () => {
    await settled()
    process.off('unhandledRejection', note)
    expect(unhandled).toEqual([])
  })
}
