import type { BaseEnvironment } from '../environment'
import { listening, type Tell } from './scope'

interface Listener {
  /** Hears the other tabs until the signal aborts. */
  listen(tell: Tell, signal: AbortSignal): void
}

export const listenToTabs = (scope: AbortSignal, environment: BaseEnvironment, tabs: Listener) =>
  listening(scope, environment.now, tabs.listen)
