import type { BaseEnvironment } from '../environment'
import { listening, type Tell } from './scope'

export interface Tabs {
  /** Hears the other tabs until the signal aborts. It may take a moment to be loaded. */
  listen(tell: Tell, signal: AbortSignal): Promise<void>
  tell(trigger: 'getSession' | 'signout'): void
}

export const listenToTabs = (scope: AbortSignal, environment: BaseEnvironment, tabs: Tabs) =>
  listening(scope, environment.now, (tell, signal) => {
    tabs.listen(tell, signal).catch(() => tell('tabs.unavailable'))
  })
