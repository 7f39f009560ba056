import * as React from 'react'
import {
  isSameSession,
  optionNames,
  type SessionClient,
  type SessionClientOptions,
} from 'sessionchart/client'
import { createOwnClient } from './create-own-client'
import { enterClient } from './current-client'
import { findKnowing, findOrphan, type Given, giveBack, mountClient } from './mount-client'
import { type Handed, hydration, makeValue } from './session-context'

/** A client that a provider has made, or has found. */
interface Own extends Given {
  client: SessionClient
  /** The `session` that was said of the place before, until another one is said. */
  old: SessionClientOptions['session']
}

/** The session of a page: that of a client which the provider was given, or makes and keeps for itself. */
export function usePageSession(given: SessionClient | undefined, props: SessionClientOptions): Handed {
  const [kept, setKept] = React.useState(() => (given ? null : ownFor(props, null)))
  const own = given ? null : ownFor(props, kept)
  // It is for another place, or the app has taken its client away.
  if (own && own !== kept) setKept(own)
  const client = given ?? (own as Own).client
  const options = saidHere(own?.old, props)
  const [entry] = React.useState(() => ({ client }))
  const [isHydrated] = React.useState(() => ({ current: false }))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options that the client was made with
  const provided = React.useMemo(
    () => ({ client, initialState: client.getState(), options: given ? undefined : options, isHydrated }),
    [client],
  )

  const state = React.useSyncExternalStore(client.subscribe, client.getState, () => {
    // Nobody but a React that hydrates asks for it, and before anything inside renders.
    isHydrated.current = true
    hydration.hasBegun = true
    return provided.initialState
  })
  // A new `session` prop shows in the very render that brings it; the effect below tells the client.
  const { data, status } = (!given && client.preview(options.session)) || state
  const value = React.useMemo(
    () => makeValue({ data, status }, client.update, provided),
    [data, status, client, provided],
  )

  // Before every other effect: those of children may call the free functions.
  React.useInsertionEffect(() => {
    entry.client = client
  }, [entry, client])
  React.useInsertionEffect(() => enterClient(entry), [entry])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every option is a dependency, by its value
  React.useLayoutEffect(() => {
    if (!own) return client.suspect({ about: 'unused options', options })
    if (options.session !== undefined) own.old = undefined
    own.current = options
    client.configure(options)
  }, [client, ...optionNames.map((name) => options[name])])
  // Not a layout effect: those end while a child is suspended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options are for finding an orphan at the mount
  React.useEffect(() => {
    if (!own) return client.hold()
    const orphan = client.isRunning() ? undefined : findOrphan(options)
    const better = giveBack(client) ? createOwnClient(options) : (orphan ?? client)
    if (better === client) return mountClient(client, own, () => entry.client !== client)
    setKept({ ...own, client: better })
    return undefined
  }, [client])

  return { provided, value }
}

/** The client for the place of the props: that of the renders before, or another one. */
function ownFor(props: SessionClientOptions, kept: Own | null): Own {
  if (kept && placeOf(kept.current) === placeOf(props)) return kept
  const { session } = props
  const isOutdated = session !== undefined && kept?.client.isOutdated(session)
  const old = isOutdated ? session : saidTo(kept)
  const options = saidHere(old, props)
  return { client: findKnowing(options) ?? createOwnClient(options), current: options, old }
}

/** A client is for one place: it knows the session that is there. */
const placeOf = ({ basePath, channel }: SessionClientOptions) => JSON.stringify([basePath, channel])

/** What was said last to a client that is left. */
const saidTo = (kept: Own | null) => (kept?.old === undefined ? kept?.current.session : kept.old)

/** The props without a session of the place before: who renders again has not said it again. */
const saidHere = (old: Own['old'], props: SessionClientOptions): SessionClientOptions =>
  old !== undefined && isSameSession(old, props.session) ? { ...props, session: undefined } : props
