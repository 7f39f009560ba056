import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { endOf, perInterval } from '../bench/sections/requests/per-interval'
import { withTabs } from './how-many'
import { goOn, processesOf, stop } from './renderers'
import { allShow, expectOneRead, prepareStage, whenQuiet } from './stage'
import { isRead } from './visitor'

const stage = prepareStage()

const INTERVAL_S = 3
const INTERVALS = 4
/** Longer than it takes to tell all tabs something, one after the other. */
const LIMIT_S = 4

test.for(withTabs(1, 2, 5, 10, 20))('%i tabs that poll ask once per interval', async (count) => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(count, 'sessionchart', { refetchInterval: INTERVAL_S })
  await allShow(tabs, 'authenticated Ann')
  const times: number[] = []
  stage.server.intercept((request) => {
    if (isRead(request)) times.push(performance.now())
    return undefined
  })
  // From the first poll that all of them hear of, they poll together.
  await expect.poll(() => times.length).toBeGreaterThan(0)
  const intervalMs = INTERVAL_S * 1_000
  // A poll in the middle of what is counted may be late, and is still counted there.
  const polling = { start: (times.at(-1) as number) - 0.35 * intervalMs, intervalMs, count: INTERVALS }

  await pause(endOf(polling) - performance.now())

  expect(perInterval(times, polling), `asked at ${times.map(Math.round)}`).toBe(1)
})

test.for(withTabs(2, 5, 10, 20))('%i tabs that are opened together ask twice at most', async (count) => {
  await stage.signInUnseen()

  const tabs = await stage.openMany(count, 'sessionchart')

  await allShow(tabs, 'authenticated Ann')
  await whenQuiet(stage)
  expect(stage.reads()).toBeLessThanOrEqual(2)
})

test.for(withTabs(2, 5, 10, 20))('%i tabs that are looked at ask once', async (count) => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(count, 'sessionchart', { refetchLimit: LIMIT_S })
  await allShow(tabs, 'authenticated Ann')
  await Promise.all(tabs.map((tab) => tab.turn('hidden')))
  // Until the last answer is too old to do.
  await whenQuiet(stage, LIMIT_S * 1_000 + 500)

  await expectOneRead(stage, () => Promise.all(tabs.map((tab) => tab.turn('visible'))))
})

test.for(withTabs(2, 5, 10, 20))('%i tabs that are online again ask once', async (count) => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(count, 'sessionchart', { refetchLimit: LIMIT_S })
  await allShow(tabs, 'authenticated Ann')
  await stage.context.setOffline(true)
  // Until the last answer is too old to do.
  await whenQuiet(stage, LIMIT_S * 1_000 + 500)

  await expectOneRead(stage, () => stage.context.setOffline(false))
})

test('5 tabs that poll and have slept for longer than an interval ask twice at most', async () => {
  // So long that none of them polls again before it is counted.
  const interval = 8
  await stage.signInUnseen()
  const tabs = await stage.openMany(5, 'sessionchart', { refetchInterval: interval })
  await allShow(tabs, 'authenticated Ann')
  const processes = await processesOf(tabs)
  const polled = stage.reads()
  await expect.poll(() => stage.reads()).toBeGreaterThan(polled)
  await whenQuiet(stage)

  for (const pid of processes) stop(pid)
  await stage.signInUnseen('bob')
  await pause((interval + 2) * 1_000)
  const before = stage.reads()
  for (const pid of processes) goOn(pid)

  await allShow(tabs, 'authenticated Bob')
  await whenQuiet(stage)
  const reads = stage.reads() - before
  expect(reads).toBeGreaterThanOrEqual(1)
  expect(reads).toBeLessThanOrEqual(2)
})
