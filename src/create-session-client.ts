import {
  createClient,
  type SessionClient,
  type SessionClientOptions,
  SessionOptionError,
} from 'sessionchart/client'
import { engineAtHand } from 'sessionchart/engine'
import type { Session } from './session-type'

/**
 * Makes the session of one app. It reads nothing and watches nothing before `start()`, or a call that asks the
 * server. Several clients can live side by side.
 *
 * @throws SessionOptionError for an option that makes no sense.
 *
 * @example
 * ```ts
 * const client = createSessionClient({ refetchInterval: 60 })
 * client.subscribe(() => console.log(client.getState().status, client.getState().cause))
 * client.start()
 * ```
 */
export function createSessionClient<S = Session>(options: SessionClientOptions<S> = {}): SessionClient<S> {
  const client = createClient(engineAtHand, options)
  const { configure } = client
  return Object.assign(client, {
    configure(next: SessionClientOptions<S>) {
      checkPlace(options, next)
      configure(next)
    },
  })
}

type Place = Pick<SessionClientOptions, 'basePath' | 'channel'>

/** A client is for one place: what it knows is of no other. A provider makes another one. */
function checkPlace(before: Place, after: Place): void {
  for (const name of ['basePath', 'channel'] as const) {
    if ((before[name] ?? null) !== (after[name] ?? null))
      throw new SessionOptionError(name, after[name], 'what it was when the client was made')
  }
}
