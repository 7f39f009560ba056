import * as React from 'react'
import type { SessionActor, SessionClient } from 'sessionchart/client'
import { getSessionClient } from './current-client'
import { suspend } from './suspend'
import { useProvided } from './use-provided'

/**
 * Gives the running chart, for selectors and inspectors of your own. Rely on its tags, not on its state paths. In a
 * browser it suspends until the chart is loaded, which a provider does beside the first render.
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
  if (!client.isReady() || awaited.has(client)) suspend(readiness(client), client.isReady())
  const current = () => client.actor
  return React.useSyncExternalStore(client.watch, current, current)
}

const awaited = new WeakMap<SessionClient, Promise<void>>()

/** One promise for each client, as React wants it. */
function readiness(client: SessionClient): Promise<void> {
  const ready = awaited.get(client) ?? client.ready()
  awaited.set(client, ready)
  // Whoever renders it anew, after an error boundary, tries again.
  ready.catch(() => awaited.delete(client))
  return ready
}
