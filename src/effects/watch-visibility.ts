import type { Environment } from '../environment'
import { listener } from './scope'

export const watchVisibility = (scope: AbortSignal, environment: Environment) =>
  listener(scope, (send) => [
    environment.on('visibilitychange', () => {
      const type = environment.isVisible() ? 'tab.becameVisible' : 'tab.becameHidden'
      send({ type, at: environment.now() })
    }),
    environment.on('pagehide', () => send({ type: 'page.left', at: environment.now() })),
    environment.on('pageshow', (event) => {
      if ((event as PageTransitionEvent).persisted) send({ type: 'page.restored', at: environment.now() })
    }),
  ])

/** Browsers that meet a listener for this keep the page out of their cache, so it is there for a sign-in only. */
export const watchUnloading = (scope: AbortSignal, environment: Environment) =>
  listener(scope, (send) => [
    environment.on('beforeunload', () => send({ type: 'page.unloading', at: environment.now() })),
  ])
