import * as React from 'react'
import { browserEnvironment } from 'sessionchart'
import { getSessionClient } from './current-client'
import type { SessionContextValue } from './session-context'
import { useProvided } from './use-provided'

export interface UseSessionOptions<R extends boolean> {
  /** Nobody is here without a session: whoever is signed out is sent to the sign-in page. */
  required: R
  /** What to do instead of going to the sign-in page. Called once for each sign-out. */
  onUnauthenticated?: () => void
}

/**
 * Gives the session: `data`, `status` and `update`, which is always the same function.
 *
 * @throws Error outside a provider.
 *
 * @example
 * ```tsx
 * const { data: session, status } = useSession()
 * if (status === 'authenticated') return <p>Signed in as {session.user?.name}</p>
 * ```
 */
export function useSession<R extends boolean>(options?: UseSessionOptions<R>): SessionContextValue<R> {
  // On a platform it is always the one or the other.
  const useHere = browserEnvironment.isServer() ? useOnServer : useOnPage
  return useHere(options)
}

const isRequired = (options: UseSessionOptions<boolean> | undefined, { status }: SessionContextValue) =>
  Boolean(options?.required) && status === 'unauthenticated'

/** Nothing happens after a render on a server. */
function useOnServer<R extends boolean>(options?: UseSessionOptions<R>): SessionContextValue<R> {
  const { value } = useProvided()
  return shownFor(value, isRequired(options, value))
}

function useOnPage<R extends boolean>(options?: UseSessionOptions<R>): SessionContextValue<R> {
  const { value, provided } = useProvided()
  const isMissing = isRequired(options, value)
  const latest = React.useRef(options)
  const handled = React.useRef<object | null>(null)

  React.useEffect(() => {
    latest.current = options
  })
  React.useEffect(() => {
    if (!isMissing) return undefined
    const client = provided?.client ?? getSessionClient()
    const act = () => {
      const { onUnauthenticated } = latest.current ?? {}
      try {
        // Refused only when the page is being left for another reason.
        if (!onUnauthenticated) client.requireSignIn().catch(() => {})
        onUnauthenticated?.()
      } catch (error) {
        client.report(error)
      }
    }
    if (!provided) {
      act()
      return undefined
    }
    const look = () => {
      const { cause } = client.getState()
      const snapshot = client.actor.getSnapshot()
      // Not while nobody knows, and not while the page is on its way elsewhere.
      const isKnown = snapshot.hasTag('signed-out') && !snapshot.hasTag('leaving')
      if (!isKnown || handled.current === cause) return
      handled.current = cause
      act()
    }
    look()
    let subscription = client.actor.subscribe(look)
    // The client calls when its chart is another one, too.
    const unsubscribe = client.subscribe(() => {
      subscription.unsubscribe()
      subscription = client.actor.subscribe(look)
      look()
    })
    return () => {
      unsubscribe()
      subscription.unsubscribe()
    }
  }, [isMissing, provided])

  return shownFor(value, isMissing)
}

/** Whoever requires a session and has none sees that it is being seen to. */
function shownFor<R extends boolean>(value: SessionContextValue, isMissing: boolean): SessionContextValue<R> {
  if (!isMissing) return value as SessionContextValue<R>
  return { data: value.data, update: value.update, status: 'loading' } as SessionContextValue<R>
}
