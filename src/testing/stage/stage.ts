import type { Session, SessionClientOptions } from 'sessionchart'
import type { Tab } from '../world/tab'
import type { Browser } from './browser'
import type { OtherTab } from './other-tab'
import type { TestNetwork } from './test-network'
import type { TestPage } from './test-page'

/** A tab of the test with everything around it, as what leads it somewhere needs it. */
export interface Stage {
  browser: Browser
  tab: Tab
  page: TestPage
  network: TestNetwork
  otherTab: OtherTab
  /** Who signs in. */
  who: Session
  /** The options of the client, with others. */
  configure(changes: SessionClientOptions): SessionClientOptions
}
