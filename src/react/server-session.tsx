import type * as React from 'react'
import { checkOptions, type SessionClient, type SessionClientOptions, statusOf } from 'sessionchart/client'
import { createOwnClient } from './create-own-client'
import { type Provided, ProvidedContext, SessionContext, type SessionContextValue } from './session-context'

interface ServerSessionProps {
  children: React.ReactNode
  given: SessionClient | undefined
  options: SessionClientOptions
}

/** The provider while a server renders: what it shows follows from its props, and nothing is made for it. */
export function ServerSession({ children, given, options }: ServerSessionProps): React.ReactElement {
  if (!given) checkOptions(options)
  const provided = new ServerProvided(given, options)
  const data = given ? given.getState().data : options.session
  const value = { data, status: statusOf(data), update: provided.update } as SessionContextValue
  return (
    <ProvidedContext.Provider value={provided}>
      <SessionContext.Provider value={value}>{children}</SessionContext.Provider>
    </ProvidedContext.Provider>
  )
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
