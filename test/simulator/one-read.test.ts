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
    /** Signs in without any tab knowing. */
    async signInUnseen(user: string) {
      const signIn = { method: 'POST', body: `username=${user}` }
      network.send('nobody', '/api/auth/callback/credentials', signIn, (hear) => hear())
      await world.pass(200, quiet)
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

    const reads = readsSince()
    expect(reads).toBeGreaterThanOrEqual(1)
    expect(reads).toBeLessThanOrEqual(2)
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
    const { world, network, tabs, start, readsSince, signInUnseen, users } = await openTabs(count)
    const left = (user: string, kills: number) => Array(count - kills).fill(user)
    start()
    await world.pass(5_000, quiet)

    for (let kill = 1; kill < count; kill += 1) {
      // Until no answer is new enough to do.
      do await world.pass(10_000, quiet)
      while (readsSince() > 0)
      const [was, is] = kill % 2 ? ['ann', 'bob'] : ['bob', 'ann']
      await signInUnseen(is as string)
      network.weather = 'slow'
      for (const tab of tabs) tab.turn('visible')
      await world.pass(10, quiet)
      const [out] = network.open
      const reading = tabs.find(({ id }) => id === out?.tab)
      expect(reading).toBeDefined()
      expect(users()).toEqual(left(was as string, kill - 1))
      const before = network.sent
      reading?.kill()
      await world.pass(10_000, quiet)
      expect(network.open.size).toBe(0)
      expect(network.sent - before).toBe(1)
      expect(users()).toEqual(left(is as string, kill))
      network.weather = 'good'
    }
  })
})
