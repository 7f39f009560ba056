import { describe, expect, test } from 'vitest'
import type { Tab } from '../../src/testing/world/tab'
import { createNetwork } from './network'
import { createSimulation, openPollingTab } from './tabs'

const all = { locks: true, channels: true, storage: true, loss: 0 }
const INTERVAL_MS = 60_000
const quiet = () => {}

/** So many tabs of somebody who is signed in, opened one after the other. */
async function openTabs(count: number, seed = 1) {
  const world = createSimulation(seed)
  const network = createNetwork(world)
  const first = openPollingTab(world, network, 'tab 1', all)
  first.client.start()
  first.call((client) => client.signIn('credentials', { redirect: false, username: 'ann', password: 'x' }))
  await world.pass(1_000, quiet)
  const tabs: Tab[] = [first]
  while (tabs.length < count) tabs.push(openPollingTab(world, network, `tab ${tabs.length + 1}`, all))
  const { reads } = network
  let before = reads()
  return {
    world,
    network,
    tabs,
    start() {
      for (const { client } of tabs) client.start()
    },
    /** Reads since the last look. */
    readsSince: () => {
      const now = reads() - before
      before += now
      return now
    },
    users: () => tabs.filter(({ is }) => is !== 'dead').map(({ client }) => client.getState().data?.user?.id),
  }
}

describe.each([2, 5, 10, 20])('%i tabs', (count) => {
  const anns = (number: number) => Array(number).fill('ann')

  test('that are opened together read once at most between them', async () => {
    const { world, start, readsSince, users } = await openTabs(count)
    await world.pass(30_000, quiet)
    readsSince()

    start()
    await world.pass(5_000, quiet)

    expect(readsSince()).toBe(1)
    expect(users()).toEqual(anns(count))
  })

  test('that are opened just after another was answered need not read', async () => {
    const { world, start, readsSince, users } = await openTabs(count)
    readsSince()

    start()
    await world.pass(3_000, quiet)

    expect(readsSince()).toBe(0)
    expect(users()).toEqual(anns(count))
  })

  test('poll once in an interval', async () => {
    const { world, start, readsSince } = await openTabs(count)
    start()
    await world.pass(3 * INTERVAL_MS, quiet)
    readsSince()

    await world.pass(10 * INTERVAL_MS, quiet)

    expect(readsSince()).toBe(10)
  })

  test.each([
    ['are looked at', (tab: Tab) => tab.turn('visible')],
    ['find the network back', (tab: Tab) => tab.connect(true)],
  ])('that %s together read once', async (_, happens) => {
    const { world, tabs, start, readsSince } = await openTabs(count)
    start()
    await world.pass(20_000, quiet)
    for (const tab of tabs) tab.turn('hidden')
    for (const tab of tabs) tab.connect(false)
    await world.pass(20_000, quiet)
    for (const tab of tabs) if (!String(happens).includes('connect')) tab.connect(true)
    await world.pass(10_000, quiet)
    readsSince()

    for (const tab of tabs) happens(tab)
    await world.pass(5_000, quiet)

    expect(readsSince()).toBe(1)
  })

  test('ask a server that is down once in each step', async () => {
    const askedInTenMinutes = async (many: number) => {
      const { world, network, tabs, start } = await openTabs(many)
      start()
      await world.pass(5_000, quiet)
      network.weather = 'down'
      const before = network.sent
      for (let minute = 0; minute < 10; minute += 1) {
        await world.pass(INTERVAL_MS, quiet)
        for (const tab of tabs) tab.turn('visible')
      }
      return network.sent - before
    }

    const alone = await askedInTenMinutes(1)

    // Pauses are drawn by lot.
    expect(await askedInTenMinutes(count)).toBeLessThan(1.5 * alone)
  })

  test('read once or twice after a sign-out of a tab that runs next-auth', async () => {
    const { world, start, readsSince } = await openTabs(count)
    start()
    await world.pass(20_000, quiet)
    readsSince()

    for (const channel of world.channels)
      if (channel.name === 'next-auth') channel.receive({ event: 'session', data: { trigger: 'signout' } })
    await world.pass(5_000, quiet)

    expect(readsSince()).toBeLessThanOrEqual(2)
  })

  test('read once when one of them dies in the middle of a sign-out', async () => {
    const { world, network, tabs, start, readsSince } = await openTabs(count)
    start()
    await world.pass(20_000, quiet)
    network.weather = 'slow'
    tabs[0]?.call((client) => client.signOut({ redirect: false }))
    await world.pass(50, quiet)
    tabs[0]?.kill()
    network.weather = 'good'
    readsSince()

    await world.pass(30_000, quiet)

    expect(readsSince()).toBe(1)
  })

  test('have an answer although the one that reads is killed, again and again', async () => {
    const { world, network, tabs, start, users } = await openTabs(count)
    start()
    await world.pass(5_000, quiet)

    for (let kill = 1; kill < count; kill += 1) {
      await world.pass(30_000, quiet)
      network.weather = 'slow'
      for (const tab of tabs) tab.turn('visible')
      await world.pass(10, quiet)
      const [out] = network.open
      const reading = tabs.find(({ id }) => id === out?.tab)
      expect(reading).toBeDefined()
      reading?.kill()
      await world.pass(10_000, quiet)
      expect(network.open.size).toBe(0)
    }

    expect(users()).toEqual(anns(1))
  })
})
