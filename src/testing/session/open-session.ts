import type { Session, SessionClientOptions, SessionState } from 'sessionchart'
import { type Browser, createBrowser } from '../stage/browser'
import { createOtherTab, type OtherTab } from '../stage/other-tab'
import { providerOf } from '../stage/provider'
import type { Stage } from '../stage/stage'
import { createTestClock } from '../stage/test-clock'
import { createTestNetwork } from '../stage/test-network'
import { createTestPage } from '../stage/test-page'
import { createTestServer } from '../stage/test-server'
import type { Plan } from './plan'
import type { TestSession } from './test-session'

const AT_ONCE = { grant: 0, message: 0, server: 0 }
const stages = new WeakMap<TestSession, Stage>()

/** What is behind a session that was made here. */
export function stageOf(session: TestSession): Stage {
  const stage = stages.get(session)
  if (!stage)
    throw new TypeError('sessionchart: a path is walked with the very session that its start() has given.')
  return stage
}

/** Opens a tab that begins with that session; `undefined` is one that has to ask. Its requests wait at first. */
export async function openSession(plan: Plan, seed: Session | null | undefined): Promise<TestSession> {
  const others: { tab?: OtherTab } = {}
  const browser = createBrowser({
    seed: 1,
    delays: AT_ONCE,
    startsAt: plan.startsAt,
    server: { ...plan.server, session: seed === undefined ? plan.session : seed },
    // Where a tab is alone, nobody waits for a turn. Channels are not asked for again.
    abilities: () => ({ locks: Boolean(others.tab?.isOpen()), channels: true, storage: true, loss: 0 }),
  })
  const otherTab = createOtherTab(browser, plan.client)
  others.tab = otherTab
  const tab = browser.open({ ...plan.client, session: seed })
  const { client } = tab
  const page = createTestPage(browser, tab)
  const network = createTestNetwork(browser)
  const session: TestSession = {
    client,
    Provider: providerOf(client),
    get state(): SessionState {
      return client.getState()
    },
    requests: browser.network.requestsOf(tab.id),
    server: createTestServer(browser),
    clock: createTestClock(browser),
    network,
    page,
    otherTab: publicPart(otherTab),
    settle: (run) => settleAfter(browser, run),
    stop: client.stop,
  }
  const configure = (changes: SessionClientOptions) => ({
    ...plan.client,
    ...changes,
    environment: tab.environment,
  })
  stages.set(session, { browser, tab, page, network, otherTab, who: plan.who, configure })
  browser.network.hold()
  await browser.go(client.start)
  return session
}

/** What it gives is not waited for, but must not reject unheard. */
async function settleAfter({ go }: Browser, run: (() => unknown) | undefined): Promise<void> {
  const rejected: unknown[] = []
  await go(() => {
    Promise.resolve(run?.()).catch((error: unknown) => rejected.push(error))
  })
  if (rejected.length > 0) throw rejected[0]
}

const publicPart = ({ signIn, signOut, update, refetch }: OtherTab) => ({ signIn, signOut, update, refetch })

/** The server answers again, unless something is out: that waits for the test to say what comes of it. */
export function comeToRest(session: TestSession): void {
  const { network } = stageOf(session).browser
  if (!network.hasWaiting()) network.release()
}
