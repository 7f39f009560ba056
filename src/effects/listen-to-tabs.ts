import type { SessionEvent } from 'sessionchart/machines/session'
import type { Environment } from '../environment'
import { listener } from './scope'

export interface Tabs {
  /** Hears the other tabs. Gives the functions that stop it; they may take a moment to be loaded. */
  listen(send: (event: SessionEvent) => void): Promise<Array<() => void>>
  tell(trigger: 'getSession' | 'signout'): void
}

export const listenToTabs = (scope: AbortSignal, environment: Environment, tabs: Tabs) =>
  listener(scope, (send) => {
    let stops: Array<() => void> | 'stopped' = []
    const stop = () => {
      if (stops !== 'stopped') for (const each of stops) each()
      stops = 'stopped'
    }
    tabs.listen(send).then(
      (loaded) => {
        if (stops === 'stopped') for (const each of loaded) each()
        else stops = loaded
      },
      () => send({ type: 'tabs.unavailable', at: environment.now() }),
    )
    return [stop]
  })
