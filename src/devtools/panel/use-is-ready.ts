import * as React from 'react'
import type { SessionClient } from 'sessionchart'

/** Whether the client has its chart, which a provider loads beside the first render. */
export function useIsReady(client: SessionClient): boolean {
  const subscribe = React.useCallback(
    (listener: () => void) => {
      // Whoever runs the client reports that it cannot be loaded.
      client.ready().then(listener, () => {})
      return client.watch(listener)
    },
    [client],
  )
  return React.useSyncExternalStore(subscribe, client.isReady, client.isReady)
}
