import type { SessionClient, SessionState } from 'sessionchart'
import type { TestRequest } from '../stage/browser-network'
import type { TestOtherTab } from '../stage/other-tab'
import type { TestWrapper } from '../stage/provider'
import type { TestClock } from '../stage/test-clock'
import type { TestNetwork } from '../stage/test-network'
import type { TestPage } from '../stage/test-page'
import type { TestServer } from '../stage/test-server'

/** A client in a browser of the test, with everything that can happen to it. */
export interface TestSession {
  /** It runs, and is a real one: all that is made up is around it. */
  readonly client: SessionClient
  /** Gives components the session: `render(<Account />, { wrapper: session.Provider })`. */
  readonly Provider: TestWrapper
  /** What the app sees. */
  readonly state: SessionState
  /** What was sent to the server, in order. */
  readonly requests: readonly TestRequest[]
  readonly server: TestServer
  readonly clock: TestClock
  readonly network: TestNetwork
  readonly page: TestPage
  readonly otherTab: TestOtherTab
  /**
   * Lets happen what follows at once from what was done, and React render it. What the test does to the client itself
   * goes in here, or React complains of it. It does not wait for promises: see `clock.until`.
   *
   * @example
   * ```ts
   * await session.settle(() => session.client.refetch())
   * ```
   */
  settle(run?: () => unknown): Promise<void>
  /** Stops the client. A test need not do it: nothing of it outlives the test. */
  stop(): void
}
