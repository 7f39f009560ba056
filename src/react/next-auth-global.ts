import type { Session } from 'sessionchart'
import { browserEnvironment, type SessionClient } from 'sessionchart/client'
import { getSessionClient, peekSessionClient, setDefaultBasePath } from './current-client'

/** next-auth's record of its client. */
export interface AuthClientConfig {
  baseUrl: string
  basePath: string
  baseUrlServer: string
  basePathServer: string
  _session?: Session | null | undefined
  _lastSync: number
  // biome-ignore lint/suspicious/noExplicitAny: next-auth's type
  _getSession: (...args: any[]) => any
}

let hasWarned = false

/** A write that would do nothing is told about, once. */
function ignoreWrite(name: string) {
  if (hasWarned || browserEnvironment.isProduction()) return
  hasWarned = true
  console.warn(`sessionchart: __NEXTAUTH.${name} cannot be set here.`)
}

/**
 * What some apps reach for in next-auth, as a view of the current client. `_getSession()` reads the session;
 * setting `basePath` before anything was asked configures the client that works without a provider.
 */
export const __NEXTAUTH: AuthClientConfig = /* @__PURE__ */ view({
  baseUrl: (client) => client.urls().origin,
  basePath: (client) => client.urls().basePath,
  baseUrlServer: (client) => client.urls().serverOrigin,
  basePathServer: (client) => client.urls().serverPath,
  _session: (client) => client.getState().data,
  _lastSync: (client) => Math.floor(client.getState().cause.at / 1_000),
  _getSession: () => () => getSessionClient().refetch(),
})

function view(
  read: { [Name in keyof AuthClientConfig]-?: (client: SessionClient) => AuthClientConfig[Name] },
) {
  const config = {} as AuthClientConfig
  for (const name of Object.keys(read) as Array<keyof AuthClientConfig>) {
    Object.defineProperty(config, name, {
      enumerable: true,
      get: () => read[name](peekSessionClient()),
      set(value) {
        if (name !== 'basePath' || !setDefaultBasePath(value)) ignoreWrite(name)
      },
    })
  }
  return config
}
