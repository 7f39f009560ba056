import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withTabs } from './how-many'
import { goOn, processesOf, stop } from './renderers'
import { allShow, prepareStage, signInFirst } from './stage'

const LIFE_S = 6
const INTERVAL_S = 1
const HOUR_MS = 3_600_000
const stage = prepareStage({ maxAge: LIFE_S })

test.for([
  ['forward', HOUR_MS],
  ['back', -HOUR_MS],
] as const)(
  'a clock that is set %s by an hour keeps nobody from polling, as often as before',
  async ([, offset]) => {
    const tabs = await stage.openMany(5, 'sessionchart', { refetchInterval: INTERVAL_S })
    await signInFirst(tabs)

    const [beganAt, readsThen] = [performance.now(), stage.reads()]
    for (const tab of tabs) await tab.moveClock(offset)

    // Longer than the session would last without them.
    const until = beganAt + 2 * LIFE_S * 1_000
    while (performance.now() < until) {
      const before = stage.reads()
      await expect.poll(() => stage.reads(), { timeout: (LIFE_S - 1) * 1_000 }).toBeGreaterThan(before)
    }
    const intervals = (performance.now() - beganAt) / (INTERVAL_S * 1_000)
    expect(stage.reads() - readsThen).toBeLessThanOrEqual(Math.ceil(intervals) + 1)
    for (const tab of tabs) expect((await tab.everShown()).at(-1)).toBe('authenticated Ann')
  },
)

test.for(withTabs(1, 5))(
  '%i tabs that slept past the end leave the session, and one of them asks',
  async (count) => {
    const tabs = await stage.openMany(count, 'sessionchart')
    const processes = await processesOf(tabs)
    await signInFirst(tabs)
    const before = stage.reads()

    for (const pid of processes) stop(pid)
    await pause((LIFE_S + 1) * 1_000)
    for (const pid of processes) goOn(pid)

    await allShow(tabs, 'unauthenticated')
    expect(stage.reads() - before).toBe(1)
  },
)
