import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withTabs } from './how-many'
import { allShow, prepareStage } from './stage'
import { isRead } from './visitor'

const stage = prepareStage()

const LONGEST_PAUSES_MS = [1_000, 2_000, 4_000]

test.for(withTabs(1, 2, 5, 10, 20))(
  'an outage costs %i tabs a request per step of the back-off',
  async (count) => {
    await stage.signInUnseen()
    const tabs = await stage.openMany(count, 'sessionchart', { refetchInterval: 1 })
    await allShow(tabs, 'authenticated Ann')
    const times: number[] = []
    stage.server.intercept((request) => {
      if (!isRead(request)) return
      times.push(performance.now())
      // Not a cut connection: Chromium would ask again by itself.
      return new Response('<h1>Down</h1>', { status: 503 })
    })

    await expect.poll(() => times.length).toBeGreaterThanOrEqual(LONGEST_PAUSES_MS.length + 1)

    // At least half of the longest pause lies between two requests, however many tabs wait.
    const pauses = times.slice(1).map((time, index) => time - (times[index] as number))
    for (const [step, longest] of LONGEST_PAUSES_MS.entries()) {
      expect(pauses[step], `pauses ${pauses}`).toBeGreaterThan(longest / 2 - 100)
    }
    await allShow(tabs, 'authenticated Ann')

    stage.server.intercept(null)
    const before = stage.reads()
    await expect.poll(() => stage.reads()).toBeGreaterThan(before)
    await allShow(tabs, 'authenticated Ann')
  },
)

test('a server that asks for a pause gets it from all tabs', async () => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(5, 'sessionchart', { refetchInterval: 1 })
  await allShow(tabs, 'authenticated Ann')
  const times: number[] = []
  stage.server.intercept((request) => {
    if (!isRead(request)) return
    times.push(performance.now())
    return times.length === 1 ? new Response('', { status: 503, headers: { 'Retry-After': '4' } }) : undefined
  })

  await expect.poll(() => times.length).toBeGreaterThan(1)

  expect((times[1] as number) - (times[0] as number)).toBeGreaterThan(3_900)
})

test('tabs that are offline ask once a minute at most', async () => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(5, 'sessionchart', { refetchInterval: 1, refetchLimit: 0 })
  await allShow(tabs, 'authenticated Ann')
  let tried = 0
  for (const { page } of tabs) {
    page.on('request', (request) => {
      if (request.url().includes('/api/auth/session')) tried += 1
    })
  }
  await stage.context.setOffline(true)
  await expect.poll(() => tried).toBeGreaterThan(0)
  const before = tried

  await pause(5_000)

  expect(tried - before).toBeLessThanOrEqual(1)
  await stage.context.setOffline(false)
  await allShow(tabs, 'authenticated Ann')
})

test('tabs that are back ask once, also when one of them has asked in vain', async () => {
  await stage.signInUnseen()
  const tabs = await stage.openMany(5, 'sessionchart', { refetchInterval: 0 })
  await allShow(tabs, 'authenticated Ann')
  await stage.context.setOffline(true)
  await tabs[0]?.getSession()
  // Until the last answer is too old to do.
  await pause(6_000)
  const before = stage.reads()

  await stage.context.setOffline(false)

  // At once, and not when what is tried once a minute is tried again.
  await expect.poll(() => stage.reads(), { timeout: 2_000 }).toBeGreaterThan(before)
  await pause(2_000)
  expect(stage.reads()).toBe(before + 1)
  await allShow(tabs, 'authenticated Ann')
})

test('a tab that asks by a call does not wait for what the browser claims', async () => {
  await stage.signInUnseen()
  const [tab, other] = await stage.openMany(2, 'sessionchart')
  if (!tab || !other) throw new Error('There are two tabs.')
  await allShow([tab, other], 'authenticated Ann')
  await tab.page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false })
    window.dispatchEvent(new Event('offline'))
  })
  const before = stage.reads()

  await tab.getSession()

  expect(stage.reads()).toBe(before + 1)
})
