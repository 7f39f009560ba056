import { expect, test } from 'vitest'
import type { Tab } from '../../src/testing/world/tab'
import { createNetwork } from './network'
import { createSimulation, openPollingTab } from './tabs'

const all = { locks: true, channels: true, storage: true, loss: 0 }
const NAME = 'sessionchart:/api/auth'
const quiet = () => {}

/** Two tabs of somebody who is signed in. */
async function openTabs(seed = 1) {
  const world = createSimulation(seed)
  const network = createNetwork(world)
  const open = (id: string) => openPollingTab(world, network, id, all)
  const tabs = [open('tab 1'), open('tab 2')] as const
  tabs[0].client.start()
  tabs[0].call(signIn('ann'))
  await world.pass(1_000, quiet)
  tabs[1].client.start()
  await world.pass(10_000, quiet)
  return { world, network, open, tabs }
}

type Call = Parameters<Tab['call']>[0]
const signIn =
  (username: string): Call =>
  (client) =>
    client.signIn('credentials', { redirect: false, username, password: 'x' })
const signOut: Call = (client) => client.signOut({ redirect: false })
const shown = ({ client }: Tab) => client.getState().data?.user?.id ?? client.getState().status

test('a page that comes back after its own sign-out has led elsewhere shows nobody', async () => {
  const { world, tabs } = await openTabs()
  const [away] = tabs
  away.call((client) => client.signOut())
  await world.pass(500, quiet)
  expect(shown(away)).toBe('ann')
  away.leave('pagehide')
  await world.pass(3_000, quiet)

  away.return()

  expect(shown(away)).toBe('unauthenticated')
  expect(away.client.getState().cause).toMatchObject({ type: 'signed-out' })
})

test('so does one that comes back after a sign-out and the sign-in of somebody else, whom it then shows', async () => {
  const { world, tabs } = await openTabs()
  const [away, other] = tabs
  away.leave('pagehide')
  other.call(signOut)
  await world.pass(2_000, quiet)
  other.call(signIn('bob'))
  await world.pass(2_000, quiet)

  away.return()

  expect(shown(away)).toBe('unauthenticated')
  await world.pass(2_000, quiet)
  expect(shown(away)).toBe('bob')
})

test('no sign-out is missed that was before the session which is shown', async () => {
  const world = createSimulation(1)
  const network = createNetwork(world)
  world.storage.set(NAME, JSON.stringify({ v: 1, epoch: world.now() - 9_000, out: world.now() - 9_000 }))
  const session = { user: { id: 'ann' }, expires: new Date(world.now() + 1e9).toISOString() }
  const [away, other] = ['tab 1', 'tab 2'].map((id) => openPollingTab(world, network, id, all)) as [Tab, Tab]
  for (const { client } of [away, other]) {
    client.configure({ session })
    client.start()
  }
  await world.pass(1_000, quiet)
  away.leave('pagehide')
  network.weather = 'down'
  other.call((client) => client.update({ version: 1 }))
  await world.pass(500, quiet)

  away.return()

  expect(shown(away)).toBe('ann')
})

test.for([1, 2, 3, 4])(
  'one that comes back after the clock was set back, and knows no numbers, is heard when it signs in (seed %i)',
  async (seed) => {
    const world = createSimulation(seed)
    const network = createNetwork(world)
    const options = { refetchInterval: 0 }
    const [other, away] = ['tab 1', 'tab 2'].map((id) =>
      openPollingTab(world, network, id, { ...all, storage: false }, undefined, options),
    ) as [Tab, Tab]
    for (const { client } of [other, away]) client.start()
    await world.pass(3_000, quiet)
    away.leave('pagehide')
    other.call(signIn('bob'))
    await world.pass(5_000, quiet)
    world.moveClock(-3_600_000)
    away.return()
    await world.pass(8_000, quiet)
    // So that the other one does not ask.
    for (const tab of [other, away]) tab.connect(false)

    away.call(signIn('ann'))
    await world.pass(10_000, quiet)

    expect([other, away].map(shown)).toEqual(['ann', 'ann'])
  },
)

test.for(Array.from({ length: 40 }, (_, index) => index + 1))(
  'all agree in the end about a sign-out that was frozen in flight, seed %i',
  async (seed) => {
    const { world, network, open, tabs } = await openTabs(seed)
    const [frozen, closed] = tabs
    closed.kill()
    network.weather = 'slow'
    frozen.call(signOut)
    while (!network.seen.includes('GET /csrf')) await world.pass(50, quiet)
    await world.pass(world.upTo(8_000), quiet)
    frozen.leave('freeze')
    network.weather = 'good'
    const opened = open('tab 3')
    opened.client.start()
    await world.pass(2_000, quiet)

    frozen.return()
    await world.pass(20_000, quiet)

    const user = network.cookie()?.user ?? 'unauthenticated'
    expect([frozen, opened].map(shown)).toEqual([user, user])
  },
)

test.for(Array.from({ length: 40 }, (_, index) => index + 1))(
  'a sign-out that was stopped, and robbed, undoes no later sign-in, seed %i',
  async (seed) => {
    const { world, network, tabs } = await openTabs(seed)
    const [stopped, other] = tabs
    network.weather = 'slow'
    stopped.call(signOut)
    while (!network.seen.includes('POST /signout')) await world.pass(20, quiet)
    const statuses: string[] = []
    stopped.stop()
    await world.pass(10_000, quiet)
    network.weather = 'good'
    other.call(signIn('bob'))
    await world.pass(100_000, quiet)
    const { epoch } = JSON.parse(world.storage.get(NAME) ?? '')
    stopped.client.subscribe(() => statuses.push(shown(stopped)))

    stopped.resume()
    await world.pass(20_000, quiet)

    expect(statuses).not.toContain('unauthenticated')
    expect(statuses.at(-1)).toBe('bob')
    const ledger = JSON.parse(world.storage.get(NAME) ?? '')
    expect(ledger).toMatchObject({ epoch })
    expect(ledger.out).toBeLessThan(epoch)
  },
)
