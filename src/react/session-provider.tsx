import * as React from 'react'
import type { Session } from 'sessionchart'
import {
  browserEnvironment,
  optionNames,
  type SessionClient,
  type SessionClientOptions,
} from 'sessionchart/client'
import { createOwnClient } from './create-own-client'
import { enterClient } from './current-client'
import { findKnowing, findOrphan, giveBack, mountClient } from './mount-client'
import { ServerSession } from './server-session'
import { makeValue, ProvidedContext, SessionContext } from './session-context'

/** The props of next-auth's provider, and the options of `createSessionClient`. Times are in seconds. */
export interface SessionProviderProps
  extends Omit<SessionClientOptions, 'session' | 'refetchWhenOffline' | 'basePath'> {
  children: React.ReactNode
  /** The session as the server knows it: then nothing is read at the start. `null` when nobody is signed in. */
  session?: Session | null
  /** The path of the Auth.js endpoints. Default `/api/auth`. */
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
  if (!SessionContext) throw new Error('React Context is unavailable in Server Components')
  const { children, client, ...options } = props
  // On a platform it is always the one or the other.
  const Session = browserEnvironment.isServer() ? ServerSession : PageSession
  return (
    <Session given={client} options={options}>
      {children}
    </Session>
  )
}

interface PageSessionProps {
  children: React.ReactNode
  given: SessionClient | undefined
  options: SessionClientOptions
}

function PageSession({ children, given, options }: PageSessionProps): React.ReactElement {
  const [own, setOwn] = React.useState(() =>
    given ? null : (findKnowing(options) ?? createOwnClient(options)),
  )
  const client = given ?? own ?? createOwnClient(options)
  // The app has taken its client away.
  if (!given && !own) setOwn(client)
  const [isHydrated] = React.useState(() => ({ current: false }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options that the client was made with
  const provided = React.useMemo(
    () => ({ client, initialState: client.getState(), options: given ? undefined : options, isHydrated }),
    [client],
  )

  const state = React.useSyncExternalStore(client.subscribe, client.getState, () => {
    // Nobody but a React that hydrates asks for it, and before anything inside renders.
    isHydrated.current = true
    return provided.initialState
  })
  // A new `session` prop shows in the very render that brings it; the effect below tells the client.
  const { data, status } = (!given && client.preview(options.session)) || state
  const value = React.useMemo(
    () => makeValue({ ...provided.initialState, data, status }, client.update, provided),
    [data, status, client, provided],
  )

  // Before every other effect: those of children may call the free functions.
  React.useInsertionEffect(() => enterClient(client), [client])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every option is a dependency, by its value
  React.useLayoutEffect(() => {
    if (given) warnOfUnused(given, options)
    else client.configure(options)
  }, [client, ...optionNames.map((name) => options[name])])
  // Not a layout effect: those end while a child is suspended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options are for finding an orphan at the mount
  React.useEffect(() => {
    if (given) return given.hold()
    const orphan = client.isRunning() ? undefined : findOrphan(options)
    const better = giveBack(client) ? createOwnClient(options) : (orphan ?? client)
    if (better === client) return mountClient(client, options)
    setOwn(better)
    return undefined
  }, [client])

  return (
    <ProvidedContext.Provider value={provided}>
      <SessionContext.Provider value={value}>{children}</SessionContext.Provider>
    </ProvidedContext.Provider>
  )
}

const warned = new WeakSet<SessionClient>()

/** A client brings its own options. Said once for each. */
function warnOfUnused(client: SessionClient, options: SessionClientOptions): void {
  const unused = optionNames.filter((name) => options[name] !== undefined)
  if (unused.length === 0 || warned.has(client) || browserEnvironment.isProduction()) return
  warned.add(client)
  console.warn(`sessionchart: <SessionProvider client={…}> ignores ${unused.join(', ')}.`)
}
