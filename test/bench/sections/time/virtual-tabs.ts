import { createTabs } from 'sessionchart/testing'
import type { LibraryName } from '../../libraries'
import { authjsSession } from '../../tabs/sessions'
import { sessionPathOf } from '../../tabs/stub-server'
import { isShowing, mount, turn, withVisitor } from '../../tabs/visitor'
import type { Stage } from '../requests/mount'

/** A tab that polls, and time that passes as it is told. */
export interface VirtualTab {
  pass(milliseconds: number): Promise<void>
  /** The device sleeps, and the user looks at the page again: the clock has gone on, no timer has. */
  sleep(milliseconds: number): Promise<void>
  /** When it has asked who is signed in, by its own clock. */
  readTimes(): Promise<number[]>
}

type Use<T> = (tab: VirtualTab) => Promise<T>

/** Our test kit simulates locks and messages with the clock. */
export async function withTabOfKit<T>(intervalS: number, use: Use<T>): Promise<T> {
  const all = await createTabs(1, { session: authjsSession, refetchInterval: intervalS, now: START_MS })
  try {
    // The read that finds out who is signed in is no poll.
    const before = all.requests.length
    return await use({
      pass: all.clock.tick,
      sleep: all.clock.sleep,
      readTimes: async () => all.requests.slice(before).map(({ at }) => at),
    })
  } finally {
    all.stop()
  }
}

const START_MS = Date.parse('2030-01-01')

/** A real page with the clock of Playwright, which knows nothing of what goes on outside of the page: it is answered inside. */
export const withTabOfPage = <T>(stage: Stage, library: LibraryName, intervalS: number, use: Use<T>) =>
  withVisitor(stage, library, async ({ context, open }) => {
    await context.clock.install({ time: START_MS })
    const page = await open()
    let nowMs = START_MS + 3_600_000
    await context.clock.pauseAt(nowMs)
    await page.evaluate(answerInPage, await (await page.request.get(sessionPathOf(library))).json())
    await mount(page, { isSeeded: true, refetchInterval: intervalS })
    await isShowing(page, 'authenticated')
    return use({
      async pass(milliseconds) {
        await context.clock.runFor(milliseconds)
        nowMs += milliseconds
      },
      async sleep(milliseconds) {
        await turn(page, 'hidden')
        nowMs += milliseconds
        await context.clock.setSystemTime(nowMs)
        await turn(page, 'visible')
      },
      readTimes: () => page.evaluate(() => window.readTimes),
    })
  })

declare global {
  interface Window {
    readTimes: number[]
  }
}

function answerInPage(session: unknown): void {
  window.readTimes = []
  window.fetch = async () => {
    window.readTimes.push(Date.now())
    return Response.json(session)
  }
  // next-auth v5 hears its own message, and asks again: when, would be chance.
  Reflect.deleteProperty(window, 'BroadcastChannel')
}
