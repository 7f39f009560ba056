import type { SessionClient, SessionState } from 'sessionchart'
import type { TestRequest } from '../stage/browser-network'
import type { TestWrapper } from '../stage/provider'
import type { TestClock } from '../stage/test-clock'
import type { TestNetwork } from '../stage/test-network'
import type { TestPage } from '../stage/test-page'
import type { TestServer } from '../stage/test-server'

/** Several tabs of one browser, each with a client of its own. */
export interface TestTabs {
  /** Those that are open, in the order in which they were opened; it changes as they come and go. */
  readonly tabs: readonly TestTab[]
  /** Opens another one. It asks who is signed in as soon as time passes. */
  open(): Promise<TestTab>
  /** What all of them have sent to the server, in order. */
  readonly requests: readonly TestRequest[]
  readonly server: TestServer
  readonly clock: TestClock
  readonly network: TestNetwork
  /** Stops all clients. A test need not do it: nothing of them outlives the test. */
  stop(): void
}

export interface TestTab {
  /** `'tab 1'`, as in `requests`. */
  readonly id: string
  readonly client: SessionClient
  /** Gives components the session of this tab. */
  readonly Provider: TestWrapper
  /** What its app sees. */
  readonly state: SessionState
  readonly page: TestPage
  /** Its process stops without a word, as in a debugger. Other tabs are not told. */
  halt(): Promise<void>
  /** It goes on after `halt`, and hears what has happened meanwhile. */
  goOn(): Promise<void>
  /** It is gone without a word: it has crashed, or the user has closed it. */
  crash(): Promise<void>
  /** Timers, listeners, channels and locks that it has not let go of. */
  held(): string[]
}
