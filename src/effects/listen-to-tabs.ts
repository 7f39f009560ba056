import type { BaseEnvironment } from '../environment'
import { listening, type Tell } from './scope'

interface Listener {
  /** Hears the other tabs until the signal aborts. */
  listen(tell: Tell, signal: AbortSignal): void
}
/** What hears other tabs. It may take a moment to be loaded. */
export interface LateListener {
  tabs(): Listener | undefined
  loadTabs(): Promise<Listener>
}

export const listenToTabs = (scope: AbortSignal, environment: BaseEnvironment, late: LateListener) =>
  listening(scope, environment.now, (tell, signal) => {
    const listen = (tabs: Listener) => tabs.listen(tell, signal)
    const tabs = late.tabs()
    if (tabs) listen(tabs)
    else
      late
        .loadTabs()
        .then(listen)
        .catch(() => tell('tabs.unavailable'))
  })
