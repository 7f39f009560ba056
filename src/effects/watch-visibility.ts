import type { BaseEnvironment } from '../environment'
import { listening } from './scope'

export const watchVisibility = (scope: AbortSignal, environment: BaseEnvironment) =>
  listening(scope, environment.now, (tell, signal) => {
    if (!environment.isVisible()) tell('tab.becameHidden')
    environment.on(
      'visibilitychange',
      () => tell(environment.isVisible() ? 'tab.becameVisible' : 'tab.becameHidden'),
      signal,
    )
    environment.on('pagehide', () => tell('page.left'), signal)
    environment.on(
      'pageshow',
      (event) => {
        if ((event as PageTransitionEvent).persisted) tell('page.restored')
      },
      signal,
    )
  })
