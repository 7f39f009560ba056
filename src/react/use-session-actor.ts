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

const PAUSE_MS = 10_000

const awaited = new WeakMap<SessionClient, Promise<void>>()

/** One promise for each client, as React wants it. It resolves when the chart is there, however often that is tried. */
function readiness(client: SessionClient): Promise<void> {
  const ready = awaited.get(client) ?? untilReady(client)
  awaited.set(client, ready)
  return ready
}

async function untilReady(client: SessionClient): Promise<void> {
  const pause = () => new Promise<void>((resolve) => client.clock.after(PAUSE_MS, resolve))
  while (!client.isReady()) await client.ready().catch(pause)
}
