import { browserEnvironment, type Session } from 'sessionchart'
import { getSessionClient, setDefaultBasePath } from './current-client'

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
  console.warn(`sessionchart: writing __NEXTAUTH.${name} does nothing. Use the props of <SessionProvider>.`)
}

const urls = () => getSessionClient().urls()

/**
 * What some apps reach for in next-auth, as a view of the current client. `_getSession()` reads the session;
 * setting `basePath` before anything was asked configures the client that works without a provider.
 */
export const __NEXTAUTH: AuthClientConfig = {
  get baseUrl() {
    return urls().origin
  },
  set baseUrl(_) {
    ignoreWrite('baseUrl')
  },
  get basePath() {
    return urls().basePath
  },
  set basePath(basePath) {
    if (!setDefaultBasePath(basePath)) ignoreWrite('basePath')
  },
  get baseUrlServer() {
    return urls().serverOrigin
  },
  set baseUrlServer(_) {
    ignoreWrite('baseUrlServer')
  },
  get basePathServer() {
    return urls().serverPath
  },
  set basePathServer(_) {
    ignoreWrite('basePathServer')
  },
  get _session() {
    return getSessionClient().getState().data
  },
  set _session(_) {
    ignoreWrite('_session')
  },
  get _lastSync() {
    return Math.floor(getSessionClient().getState().cause.at / 1_000)
  },
  set _lastSync(_) {
    ignoreWrite('_lastSync')
  },
  get _getSession() {
    return () => getSessionClient().refetch()
  },
  set _getSession(_) {
    ignoreWrite('_getSession')
  },
}
