import { expect, test } from 'vitest'
import { withTabs } from './how-many'
import { allShow, expectOneRead, prepareStage, whenQuiet } from './stage'
import type { Tab } from './visitor'

const stage = prepareStage()

/** Longer than it takes to look at all of them five times. */
const LIMIT_S = 5

async function lookFiveTimes(tabs: Tab[]) {
  for (let look = 0; look < 5; look++) {
    await Promise.all(tabs.map((tab) => tab.turn('hidden')))
    await Promise.all(tabs.map((tab) => tab.turn('visible')))
  }
}

test.for(withTabs(1, 2, 5, 10))('%i tabs that are looked at again and again ask once', async (count) => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(count, 'sessionchart', { refetchLimit: LIMIT_S })
  await allShow(tabs, 'authenticated Ann')
  // Until the last answer is too old to do.
  await whenQuiet(stage, LIMIT_S * 1_000 + 500)

  await expectOneRead(stage, () => lookFiveTimes(tabs))
})

test('tabs that are looked at right after one of them has polled do not ask', async () => {
  await stage.signInUnseen()
  const tabs = [
    await stage.open('sessionchart', { refetchInterval: 10, refetchLimit: 8 }),
    ...(await stage.openMany(4, 'sessionchart', { refetchLimit: 8 })),
  ]
  await allShow(tabs, 'authenticated Ann')
  await whenQuiet(stage)
  const before = stage.reads()
  await expect.poll(() => stage.reads()).toBeGreaterThan(before)
  await whenQuiet(stage)

  await lookFiveTimes(tabs)

  await whenQuiet(stage)
  expect(stage.reads()).toBe(before + 1)
})
