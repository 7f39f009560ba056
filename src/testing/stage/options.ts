import { optionNames, type SessionClientOptions, SessionOptionError } from 'sessionchart'
import type { AuthServerOptions } from 'sessionchart/testing/server'

/** What the test brings is not the client's to choose. */
type ClientOptions = Omit<SessionClientOptions, 'environment' | 'fetch' | 'baseUrl' | 'session' | 'identify'>

/** The options of the client, and those of the server that it asks. */
export interface TestOptions extends ClientOptions, Omit<AuthServerOptions, 'basePath' | 'now'> {
  /** Names the user of a session, as the option of `createSessionClient` does. */
  identify?: ((session: never) => string | null | undefined) | undefined
}

const OF_SERVER = [
  'version',
  'users',
  'authorize',
  'providers',
  'callbacks',
  'maxAge',
  'session',
] as const satisfies Array<keyof AuthServerOptions>
const OF_TEST = ['environment', 'fetch', 'baseUrl', 'session']

/**
 * Sorts the options by whom they are for.
 *
 * @throws SessionOptionError for one that there is not.
 */
export function sortOptions(options: TestOptions): {
  server: AuthServerOptions
  client: SessionClientOptions
} {
  const { basePath } = options
  const ofClient = optionNames.filter((name) => !OF_TEST.includes(name))
  const known: string[] = [...OF_SERVER, ...ofClient]
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && !known.includes(name))
      throw new SessionOptionError(name, value, `left out: there is ${known.join(', ')}`)
  }
  const pick = (names: readonly string[]) =>
    Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)))
  return { server: { ...pick(OF_SERVER), ...(basePath && { basePath }) }, client: pick(ofClient) }
}
