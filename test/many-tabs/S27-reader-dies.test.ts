import { expect, test } from 'vitest'
import { times } from './how-many'
import { goOn, processOf, stop } from './renderers'
import { allShow, prepareStage } from './stage'
import type { Tab } from './visitor'

const stage = prepareStage()

/** Opens tabs that are all signed in. */
async function open(options?: Record<string, number>): Promise<Tab[]> {
  await stage.signInUnseen()
  const tabs = await stage.openMany(3, 'sessionchart', { refetchLimit: 0, ...options })
  await allShow(tabs, 'authenticated Ann')
  return tabs
}

/** All of them want to ask, and one does: it waits for its answer, for ever. */
async function letOneAsk(tabs: Tab[]): Promise<[reader: Tab, others: Tab[]]> {
  const before = stage.reads()
  stage.server.intercept(({ method, path }) => {
    const isRead = method === 'GET' && path.startsWith('/api/auth/session')
    return isRead && stage.reads() === before + 1 ? 'hang' : undefined
  })
  const asking = Promise.race(
    tabs.map(async (tab) => {
      await tab.page.waitForRequest(/auth\/session/)
      return tab
    }),
  )
  for (const tab of tabs) await tab.turn('visible')
  const reader = await asking
  await expect.poll(() => stage.reads()).toBe(before + 1)
  return [reader, tabs.filter((tab) => tab !== reader)]
}

/** The others have asked in the place of the one that is gone. */
async function expectAnswer(others: Tab[], before: number) {
  await expect.poll(() => stage.reads()).toBeGreaterThan(before)
  await others[0]?.getSession()
  await allShow(others, 'authenticated Ann')
}

const each = Array.from({ length: times(20) }, (_, index) => index + 1)

test.for(each)('a reader is closed, time %i: another tab asks', async () => {
  const [reader, others] = await letOneAsk(await open())
  const before = stage.reads()

  await reader.page.close()

  await expectAnswer(others, before)
})

test.for(each)('a reader crashes, time %i: another tab asks', async () => {
  const [reader, others] = await letOneAsk(await open())
  const before = stage.reads()
  const crashed = reader.page.waitForEvent('crash')

  const session = await stage.context.newCDPSession(reader.page)
  session.send('Page.crash').catch(() => {})
  await crashed

  await expectAnswer(others, before)
})

test.for([1, 2, 3])(
  'a tab is closed in the middle of a sign-out, time %i: one of the others asks',
  async () => {
    const [writer, ...others] = (await open({ requestTimeout: 2 })) as [Tab, ...Tab[]]
    stage.server.intercept(({ path }) => (path.startsWith('/api/auth/signout') ? 'hang' : undefined))
    const asked = writer.page.waitForRequest(/signout/)
    await writer.page.evaluate(() => void window.signOut({ redirect: false }))
    await asked
    const before = stage.reads()

    await writer.page.close()

    await expect.poll(() => stage.reads()).toBeGreaterThan(before)
    await others[0]?.getSession()
    // That of the call, and one of all the others.
    expect(stage.reads() - before).toBe(2)
    await allShow(others, 'authenticated Ann')
  },
)

test.for([1, 2, 3])('a reader is frozen by the system, time %i: another tab asks', async () => {
  const tabs = await open({ requestTimeout: 2 })
  const processes = new Map<Tab, number>()
  for (const tab of tabs) processes.set(tab, await processOf(tab))
  const [reader, others] = await letOneAsk(tabs)
  const pid = processes.get(reader) as number
  const before = stage.reads()

  stop(pid)

  await expect.poll(() => stage.reads()).toBeGreaterThan(before)
  await others[0]?.signOut()
  await allShow(others, 'unauthenticated')

  goOn(pid)
  await allShow([reader], 'unauthenticated')
  expect(await stage.hasCookie()).toBe(false)
})
