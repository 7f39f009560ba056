import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { describeEachServer } from './stage'
import { oneFailure, type Tab } from './tab'

const SECOND_MS = 1_000

const isOnline = (tab: Tab, yes: boolean) => tab.page.waitForFunction((is) => navigator.onLine === is, yes)

describeEachServer((stage) => {
  test('stays signed in while offline, and reads once when the network is back', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab('/?refetchLimit=0')
    await tab.shows({ status: 'authenticated' })

    await stage.context.setOffline(true)
    await isOnline(tab, false)
    await tab.shows({ status: 'authenticated', error: 'none' })
    expect(tab.reads()).toBe(1)
    await stage.context.setOffline(false)

    await expect.poll(tab.reads).toBe(2)
    // What comes now comes after all that the event has caused.
    await tab.fill({ 'New name': 'Anna' })
    await tab.press('Rename')
    await tab.shows({ name: 'Anna', statuses: 'loading → authenticated' })
    expect(tab.reads()).toBe(2)
  })

  test('stays signed in over six seconds offline although it polls', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab('/?refetchInterval=1')
    await tab.shows({ status: 'authenticated' })

    await stage.context.setOffline(true)
    await tab.shows({ status: 'authenticated', name: 'Ann', error: 'network', stale: 'true' })
    const reads = tab.reads()
    await wait(6 * SECOND_MS)
    expect(tab.reads()).toBe(reads)
    await stage.context.setOffline(false)

    await tab.shows({ error: 'none', stale: 'false', name: 'Ann', statuses: 'loading → authenticated' })
    expect(tab.complaints.splice(0)).toEqual(oneFailure)
  })

  test('learns on the way back that the session has ended meanwhile', async () => {
    await stage.signInUnseen()
    const tab = await stage.openTab('/?refetchLimit=0')
    await tab.shows({ status: 'authenticated' })

    await stage.context.setOffline(true)
    await isOnline(tab, false)
    await stage.context.clearCookies()
    await stage.context.setOffline(false)

    await tab.shows({ status: 'unauthenticated', cause: 'server' })
  })
})
