import * as React from 'react'
import { optionNames, placeChange, type SessionClient, type SessionClientOptions } from 'sessionchart/client'
import { createOwnClient } from './create-own-client'
import { enterClient } from './current-client'
import { findKnowing, findOrphan, type Given, giveBack, mountClient } from './mount-client'
import { type Handed, hydration, makeValue } from './session-context'

/** A client that a provider has made, or has found. */
interface Own extends Given {
  client: SessionClient
}

/** The session of a page: that of a client which the provider was given, or makes and keeps for itself. */
export function usePageSession(given: SessionClient | undefined, options: SessionClientOptions): Handed {
  const [kept, setKept] = React.useState(() => (given ? null : ownFor(options, null)))
  const own = given ? null : ownFor(options, kept)
  // It is for another place, or the app has taken its client away.
  if (own && own !== kept) setKept(own)
  const client = given ?? (own as Own).client
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
  React.useInsertionEffect(() => enterClient(client), [client])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every option is a dependency, by its value
  React.useLayoutEffect(() => {
    if (!own) return client.suspect({ about: 'unused options', options })
    own.current = options
    client.configure(options)
  }, [client, ...optionNames.map((name) => options[name])])
  // Not a layout effect: those end while a child is suspended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the options are for finding an orphan at the mount
  React.useEffect(() => {
    if (!own) return client.hold()
    const orphan = client.isRunning() ? undefined : findOrphan(options)
    const better = giveBack(client) ? createOwnClient(options) : (orphan ?? client)
    if (better === client) return mountClient(client, own)
    setKept({ ...own, client: better })
    return undefined
  }, [client])

  return { provided, value }
}

/** The client for the place of the options: that of the renders before, or another one. */
function ownFor(options: SessionClientOptions, kept: Own | null): Own {
  if (kept && !placeChange(kept.current, options)) return kept
  // What was said before is of the place before.
  const isNews = !kept || kept.client.preview(options.session) !== null
  const knowing = findKnowing(isNews ? options : { ...options, session: undefined })
  return { client: knowing ?? createOwnClient(options, isNews), current: options }
}
