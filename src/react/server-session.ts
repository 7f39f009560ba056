import { checkOptions, type SessionClient, type SessionClientOptions, statusOf } from 'sessionchart/client'
import { createOwnClient } from './create-own-client'
import type { Handed, Provided, SessionContextValue } from './session-context'

/** The session while a server renders: what is shown follows from the props, and nothing is made for it. */
export function useServerSession(given: SessionClient | undefined, options: SessionClientOptions): Handed {
  if (!given) checkOptions(options)
  const provided = new ServerProvided(given, options)
  const data = given ? given.getState().data : options.session
  const value = { data, status: statusOf(data), update: provided.update } as SessionContextValue
  return { provided, value }
}

/** Makes a client only for who asks for more than `useSession`. */
class ServerProvided implements Provided {
  #client: SessionClient | undefined
  readonly #options: SessionClientOptions

  constructor(given: SessionClient | undefined, options: SessionClientOptions) {
    this.#client = given
    this.#options = options
  }

  readonly update = (data?: unknown) => this.client.update(data)

  get client(): SessionClient {
    this.#client ??= createOwnClient(this.#options)
    return this.#client
  }

  get initialState() {
    return this.client.getState()
  }
}
