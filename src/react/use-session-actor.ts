import * as React from 'react'
import type { SessionActor } from 'sessionchart'
import { getSessionClient } from './current-client'
import { useProvided } from './use-provided'

/**
 * Gives the running chart, for selectors and inspectors of your own. Rely on its tags, not on its state paths.
 *
 * @throws Error outside a provider.
 *
 * @example
 * ```tsx
 * const isLeaving = useSelector(useSessionActor(), (snapshot) => snapshot.hasTag('leaving'))
 * ```
 */
export function useSessionActor(): SessionActor {
  const { provided } = useProvided()
  const client = provided?.client ?? getSessionClient()
  const current = () => client.actor
  return React.useSyncExternalStore(client.watch, current, current)
}
