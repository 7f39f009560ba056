import type { SessionClientOptions } from 'sessionchart'
import type { AuthServerOptions } from 'sessionchart/testing/server'

/** What the test brings is not the client's to choose. */
type ClientOptions = Omit<SessionClientOptions, 'environment' | 'fetch' | 'baseUrl' | 'session' | 'identify'>

/** The options of the client, and those of the server that it asks. */
export interface TestOptions extends ClientOptions, Omit<AuthServerOptions, 'basePath' | 'now'> {
  /** Names the user of a session, as the option of `createSessionClient` does. */
  identify?: ((session: never) => string | null | undefined) | undefined
}

const OF_SERVER = ['version', 'users', 'authorize', 'providers', 'callbacks', 'maxAge', 'session'] as const

/** Sorts the options by whom they are for. */
export function sortOptions(options: TestOptions): {
  server: AuthServerOptions
  client: SessionClientOptions
} {
  const { basePath } = options
  const entries = Object.entries(options)
  const isOfServer = ([name]: [string, unknown]) => (OF_SERVER as readonly string[]).includes(name)
  return {
    server: { ...Object.fromEntries(entries.filter(isOfServer)), ...(basePath && { basePath }) },
    client: Object.fromEntries(entries.filter((entry) => !isOfServer(entry))),
  }
}
