import { expect, test } from 'vitest'
import { withTabs } from './how-many'
import { allShow, prepareStage } from './stage'

const stage = prepareStage()

const INTERVAL_S = 2
const INTERVALS = 4

test.for(withTabs(1, 2, 5, 10, 20))('%i tabs that poll ask once per interval', async (count) => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(count, 'sessionchart', { refetchInterval: INTERVAL_S })
  await allShow(tabs, 'authenticated Ann')
  await expect.poll(() => stage.reads()).toBeGreaterThan(0)
  const times: number[] = []
  stage.server.intercept(() => {
    times.push(performance.now())
    return undefined
  })

  await expect.poll(() => times.length).toBe(INTERVALS)

  // On a slow machine a request arrives late. Two reads per interval would take less than half as long.
  const [first, last] = [times.at(0) as number, times.at(-1) as number]
  expect(last - first).toBeGreaterThan((INTERVALS - 2) * INTERVAL_S * 1_000)
})

test.for(withTabs(2, 5, 10, 20))('%i tabs that are opened together ask twice at most', async (count) => {
  await stage.signInUnseen()

  const tabs = await stage.openMany(count, 'sessionchart')

  await allShow(tabs, 'authenticated Ann')
  expect(stage.reads()).toBeLessThanOrEqual(2)
})

test.for(withTabs(2, 5, 10, 20))('%i tabs that are looked at ask once', async (count) => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(count, 'sessionchart', { refetchLimit: 0.5 })
  await allShow(tabs, 'authenticated Ann')
  await Promise.all(tabs.map((tab) => tab.turn('hidden')))
  const before = stage.reads()
  await new Promise((resolve) => setTimeout(resolve, 600))

  await Promise.all(tabs.map((tab) => tab.turn('visible')))

  await expect.poll(() => stage.reads()).toBe(before + 1)
  await tabs[0]?.getSession()
  expect(stage.reads()).toBe(before + 2)
})

test.for(withTabs(2, 5, 10, 20))('%i tabs that are online again ask once', async (count) => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(count, 'sessionchart', { refetchLimit: 0.5 })
  await allShow(tabs, 'authenticated Ann')
  await stage.context.setOffline(true)
  const before = stage.reads()
  await new Promise((resolve) => setTimeout(resolve, 600))

  await stage.context.setOffline(false)

  await expect.poll(() => stage.reads()).toBe(before + 1)
  await tabs[0]?.getSession()
  expect(stage.reads()).toBe(before + 2)
})
