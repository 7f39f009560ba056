import { browserEnvironment, type SessionClient } from 'sessionchart/client'
import { noteProvider, suspectCopies } from './copies'
import { createOwnClient } from './create-own-client'

/** The client that a provider has now. */
interface Entry {
  client: SessionClient
}

const mounted: Entry[] = []
let defaultClient: SessionClient | null = null
let defaultBasePath: string | undefined

/**
 * The client that the free functions (`signIn()`, `getSession()` …) act on: that of the provider mounted last,
 * else one of their own, which has no timers and no listeners.
 *
 * @example
 * ```ts
 * if (response.status === 401) await getSessionClient().refetch()
 * ```
 */
export function getSessionClient(): SessionClient {
  const client = peekSessionClient()
  // A server answers many users: nothing of one may be there for the next.
  if (mounted.length > 0 || client === defaultClient || browserEnvironment.isServer()) return client
  suspectCopies(client)
  defaultClient = client
  return client
}

/** The same for a look at it: one that has to be made is not kept. */
export const peekSessionClient = (): SessionClient =>
  mounted.at(-1)?.client ??
  defaultClient ??
  // Seeded, so that a call asks for what it wants and nothing else.
  createOwnClient({ session: null, basePath: defaultBasePath })

/** Puts a provider in front of the others. Returns the function that takes it away again. */
export function enterClient(entry: Entry): () => void {
  mounted.push(entry)
  const forget = noteProvider()
  suspectCopies(entry.client)
  return () => {
    forget()
    mounted.splice(mounted.lastIndexOf(entry), 1)
  }
}

/** Sets where the default client finds its endpoints in a browser. `false` when it is too late for that. */
export function setDefaultBasePath(basePath: string): boolean {
  if (defaultClient || mounted.length > 0) return false
  // A server asks where its environment says.
  if (!browserEnvironment.isServer()) defaultBasePath = basePath
  return true
}
