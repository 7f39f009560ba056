import { expect, test } from 'vitest'
import { createNetwork } from './network'
import { createSimulation, openPollingTab } from './tabs'

const all = { locks: true, channels: true, storage: true, loss: 0 }
const CENTURY_MS = 100 * 365 * 86_400_000
const quiet = () => {}

test.for(['began', 'answered'])(
  'the highest number that a forged message may have mutes nobody: %s',
  async (kind) => {
    const world = createSimulation(1)
    const network = createNetwork(world)
    const tabs = ['tab 1', 'tab 2', 'tab 3'].map((id) => openPollingTab(world, network, id, all))
    for (const { client } of tabs) client.start()
    const [first] = tabs
    first?.call((client) => client.signIn('credentials', { redirect: false, username: 'ann', password: 'x' }))
    await world.pass(30_000, quiet)
    const highest = world.now() + CENTURY_MS
    const forged = { v: 1, from: 'evil', epoch: highest, stamp: highest, op: 'update', session: null }
    for (const channel of world.channels)
      if (channel.name.startsWith('sessionchart'))
        channel.receive({ ...forged, expiresAt: null, tookMs: 0, why: 'read', kind })
    await world.pass(60_000, quiet)
    for (const tab of tabs) tab.call((client) => client.refetch())
    await world.pass(10_000, quiet)
    const before = network.reads()

    await world.pass(600_000, quiet)
    expect(tabs.map(({ client }) => client.getState().data?.user?.id)).toEqual(['ann', 'ann', 'ann'])
    expect(network.reads() - before).toBeLessThanOrEqual(11)

    first?.call((client) => client.signOut({ redirect: false }))
    await world.pass(1_000, quiet)
    expect(tabs.map(({ client }) => client.getState().status)).toEqual(Array(3).fill('unauthenticated'))
  },
)
