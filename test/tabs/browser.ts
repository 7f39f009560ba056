import type { Environment } from 'sessionchart'
import { createLocks, type Locks, type TabLocks } from '../../src/testing/world/locks'
import { createFakeClock, type FakeClock, START } from '../client/fake-clock'
import { createFakePage, type FakePage } from '../client/fake-page'
import { wholeEnvironment } from '../support/whole-environment'
import { createFakeChannels } from './fake-channels'
import { NAME } from './turns'

/** The tabs of one browser: they share a clock, locks, channels and a storage. */
export interface FakeBrowser {
  clock: FakeClock
  locks: Locks
  storage: Map<string, string>
  openTab(overrides?: Partial<Environment>): BrowserTab
}

export interface BrowserTab {
  id: string
  environment: Environment
  page: FakePage
  process: TabLocks
  /** Listeners, channels and locks that nobody has let go of. */
  held(): string[]
}

export function createBrowser(): FakeBrowser {
  const clock = createFakeClock()
  const locks = createLocks()
  const channels = createFakeChannels()
  const storage = new Map<string, string>()
  const tabs: BrowserTab[] = []

  function openTab(overrides: Partial<Environment> = {}): BrowserTab {
    const id = `tab ${tabs.length + 1}`
    const chance = (tabs.length + 1) / 16
    const process = locks.openTab(id)
    const open: string[] = []
    const page = createFakePage({
      ...clock.environment,
      ...process.environment,
      // Tabs are named by chance, too.
      random: () => chance,
      hasLocks: () => true,
      openChannel(name, onMessage) {
        const channel = channels.openChannel(name, onMessage)
        if (!channel) return null
        open.push(name)
        const close = () => {
          if (open.includes(name)) open.splice(open.indexOf(name), 1)
          channel.close()
        }
        return { ...channel, close }
      },
      readShared: (key) => storage.get(key) ?? null,
      writeShared(key, value) {
        const isNews = storage.get(key) !== value
        storage.set(key, value)
        for (const other of isNews ? tabs : []) {
          const hear = () => other.page.happens('storage', { key, newValue: value })
          if (other !== tab) queueMicrotask(hear)
        }
        return true
      },
      isRestoredNavigation: () => false,
      startedAt: () => START,
      ...overrides,
    })
    const environment: Environment = { ...wholeEnvironment, ...page.environment }
    const held = () => [
      ...page.held(),
      ...open.map((name) => `channel ${name}`),
      ...(locks.holder(NAME) === id ? ['lock'] : []),
      ...locks.queue(NAME).flatMap((queued) => (queued === id ? ['place in the queue'] : [])),
    ]
    const tab = { id, environment, page, process, held }
    tabs.push(tab)
    return tab
  }

  return { clock, locks, storage, openTab }
}
