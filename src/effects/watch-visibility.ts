import type { Environment } from '../environment'
import { listener } from './scope'

export const watchVisibility = (scope: AbortSignal, environment: Environment) =>
  listener(scope, (send) => [
    environment.onVisibilityChange(() => {
      const type = environment.isVisible() ? 'tab.becameVisible' : 'tab.becameHidden'
      send({ type, at: environment.now() })
    }),
    environment.onPageHide(() => send({ type: 'page.left', at: environment.now() })),
    environment.onPageShow(() => send({ type: 'page.restored', at: environment.now() })),
  ])

/** Browsers that meet a listener for this keep the page out of their cache, so it is there for a sign-in only. */
export const watchUnloading = (scope: AbortSignal, environment: Environment) =>
  listener(scope, (send) => [
    environment.onBeforeUnload(() => send({ type: 'page.unloading', at: environment.now() })),
  ])
