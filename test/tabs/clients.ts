import { createSessionClient, type SessionClient, type SessionClientOptions } from 'sessionchart'
import { onTestFinished } from 'vitest'
import { createFakeAuth, type FakeAuth } from '../client/fake-auth'
import { type BrowserTab, createBrowser, type FakeBrowser } from './browser'

/** Whole clients side by side, against one server. */
export interface Clients {
  auth: FakeAuth
  browser: FakeBrowser
  /** A client that is started, in a tab of its own unless one is given. */
  open(options?: SessionClientOptions, tab?: BrowserTab): ClientTab
  /** How many times the session was read since this was asked last. */
  reads(): number
  /** Lets so much time pass, with all that falls due in it. */
  pass(milliseconds: number): Promise<void>
}

export interface ClientTab extends BrowserTab {
  client: SessionClient
  /** What its status is, and why. */
  shown(): [status: string, cause: string, tabId?: string]
  /** How the others name it. */
  name: string
}

export function createClients(session?: object | null): Clients {
  const auth = createFakeAuth(session)
  const browser = createBrowser()
  let counted = 0
  return {
    auth,
    browser,
    open({ environment, ...options } = {}, tab = browser.openTab(environment)) {
      const client = createSessionClient({
        fetch: (url, init) => auth.fetch(url, init),
        environment: tab.environment,
        logger: { error() {} },
        ...options,
      })
      onTestFinished(() => client.stop())
      client.start()
      return {
        ...tab,
        client,
        name: client.actor.getSnapshot().context.tabId,
        shown() {
          const { status, cause } = client.getState()
          const { type, tabId } = cause as { type: string; tabId?: string }
          return tabId === undefined ? [status, type] : [status, type, tabId]
        },
      }
    },
    reads() {
      const all = auth.count('/session', 'GET')
      const since = all - counted
      counted = all
      return since
    },
    async pass(milliseconds) {
      await auth.settled()
      await browser.clock.advance(milliseconds)
      await auth.settled()
    },
  }
}
