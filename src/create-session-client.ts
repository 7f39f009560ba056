import { createClient, type SessionClient, type SessionClientOptions } from 'sessionchart/client'
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
export const createSessionClient = <S = Session>(options: SessionClientOptions<S> = {}): SessionClient<S> =>
  createClient(engineAtHand, options)
