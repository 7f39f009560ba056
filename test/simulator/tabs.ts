import type { SessionClientOptions } from 'sessionchart'
import { openTab, type Tab } from '../../src/testing/world/tab'
import type { Abilities, Network, TabEnvironment } from '../../src/testing/world/tab-environment'
import { createWorld, type World } from '../../src/testing/world/world'

/** How often a session is read for no other reason. */
export const POLL_MS = 60_000

// A message is there before a lock that was kept for 25 ms longer. The grant of a lock and a message come within a
// frame: longer than this, nothing is on its way without a reason.
const delays = { grant: 3, message: 20, server: 60 }

/** All promises that can go on have gone on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

export const createSimulation = (seed: number): World => createWorld({ seed, delays, settle })

/** What the clients are told. */
export const POLLING = { logger: { error() {} }, refetchInterval: POLL_MS / 1_000 }

export const openPollingTab = (
  world: World,
  network: Network,
  id: string,
  abilities: Abilities,
  wrap?: (environment: TabEnvironment) => TabEnvironment,
  options: Pick<SessionClientOptions, 'session' | 'refetchInterval'> = {},
): Tab =>
  openTab(world, network, {
    id,
    wrap,
    abilities: () => abilities,
    client: { ...POLLING, ...options },
  })
