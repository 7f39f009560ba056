import type { Tab } from '../world/tab'
import type { Browser } from './browser'

/** What happens to the page in its tab. */
export interface TestPage {
  /** The tab goes to the background. */
  hide(): Promise<void>
  /** The tab comes to the front. */
  show(): Promise<void>
  /** The user goes to another page, and the browser keeps this one in its back/forward cache. */
  leave(): Promise<void>
  /** The browser freezes the page, to save energy. */
  freeze(): Promise<void>
  /** The page goes on after `leave` or `freeze`. */
  comeBack(): Promise<void>
  /** Where the browser was told to go, in order; `null` is to load the page again. The test stays. */
  readonly navigations: ReadonlyArray<string | null>
}

export function createTestPage({ go }: Browser, tab: Tab): TestPage {
  return {
    hide: () => go(() => tab.turn('hidden')),
    show: () => go(() => tab.turn('visible')),
    leave: () => go(() => tab.leave('pagehide')),
    freeze: () => go(() => tab.leave('freeze')),
    comeBack: () => go(() => tab.return()),
    navigations: tab.page.navigations,
  }
}
