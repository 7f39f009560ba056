import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withTabs } from './how-many'
import { allShow, prepareStage, signInFirst } from './stage'
import type { Tab } from './visitor'

const LIFE_S = 12
/** So long before the end. */
const WARNING_S = 8
const stage = prepareStage({ maxAge: LIFE_S })

const warned = ({ page }: Tab) => page.evaluate(() => window.warned)
/** All of them have warned and taken it back as often, soon. */
const allWarned = (tabs: Tab[], changes: boolean[]) =>
  expect.poll(() => Promise.all(tabs.map(warned))).toEqual(tabs.map(() => changes))

test.for(withTabs(1, 2, 5, 10))(
  '%i tabs warn of the end without asking, until one of them is told to ask',
  async (count) => {
    const tabs = await stage.openMany(count, 'sessionchart', { expiryWarning: WARNING_S })
    await signInFirst(tabs)
    const before = stage.reads()

    await allWarned(tabs, [false, true])
    // They have had time to ask, and the session is still there.
    await pause(2_000)
    expect(stage.reads()).toBe(before)
    await tabs.at(-1)?.page.evaluate(() => window.refetch())

    await allWarned(tabs, [false, true, false])
    expect(stage.reads()).toBe(before + 1)
    // The end has moved in all of them, and so has the warning.
    await allWarned(tabs, [false, true, false, true])
    expect(stage.reads()).toBe(before + 1)
    await allShow(tabs, 'unauthenticated')
    expect(stage.reads()).toBe(before + 2)
    for (const tab of tabs) {
      const shown = await tab.everShown()
      expect(shown.slice(shown.indexOf('authenticated Ann'))).toEqual([
        'authenticated Ann',
        'unauthenticated',
      ])
    }
  },
)
