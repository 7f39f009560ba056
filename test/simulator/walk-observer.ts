import type { Tab } from '../../src/testing/world/tab'
import type { TabEnvironment } from '../../src/testing/world/tab-environment'
import type { World } from '../../src/testing/world/world'
import type { RequestNews } from './network'

/** Looks on at a walk and changes nothing of it: no chance is taken, and no time. */
export interface WalkObserver {
  /** Before the first tab is opened. */
  begins(world: World): void
  /** Gives what stands between the client of a tab and its platform. */
  wrapperOf(tab: string): (environment: TabEnvironment) => TabEnvironment
  /** Before the client of the tab is started. */
  opens(tab: Tab): void
  /** Before a step is taken, or what follows all steps. `null` where it is not one tab that it happens to. */
  step(what: string, tab: Tab | null): void
  request(news: RequestNews): void
  /** Something that must not happen, when it does. */
  sees(problem: string): void
}
