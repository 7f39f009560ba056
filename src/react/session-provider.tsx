import type * as React from 'react'
import type { Session } from 'sessionchart'
import { browserEnvironment, type SessionClient, type SessionClientOptions } from 'sessionchart/client'
import { usePageSession } from './page-session'
import { useServerSession } from './server-session'
import { noContextError, ProvidedContext, SessionContext } from './session-context'

/** The props of next-auth's provider, and the options of `createSessionClient`. Times are in seconds. */
export interface SessionProviderProps
  extends Omit<SessionClientOptions, 'session' | 'refetchWhenOffline' | 'basePath'> {
  children: React.ReactNode
  /**
   * The session as the server knows it: then nothing is read at the start, unless it may be older than what another tab
   * has done. `null` when nobody is signed in.
   */
  session?: Session | null
  /** The path of the Auth.js endpoints. Default: that of `NEXTAUTH_URL`, else `/api/auth`. */
  basePath?: string
  /** `false`: do not poll while offline. */
  refetchWhenOffline?: false
  /** A client made with `createSessionClient`. It brings its own options. */
  // biome-ignore lint/suspicious/noExplicitAny: whatever type of session it was made for
  client?: SessionClient<any> | undefined
}

/**
 * Gives the session to everything inside it.
 *
 * @throws SessionOptionError for a prop that makes no sense.
 *
 * @example
 * ```tsx
 * <SessionProvider session={session} refetchInterval={60}>
 *   <App />
 * </SessionProvider>
 * ```
 */
export function SessionProvider(props: SessionProviderProps): React.ReactElement {
  if (!SessionContext) throw noContextError()
  const { children, client, ...options } = props
  // On a platform it is always the one or the other. No components of their own: each costs a server something.
  const useHere = browserEnvironment.isServer() ? useServerSession : usePageSession
  const { provided, value } = useHere(client, options)
  return (
    <ProvidedContext.Provider value={provided}>
      <SessionContext.Provider value={value}>{children}</SessionContext.Provider>
    </ProvidedContext.Provider>
  )
}
