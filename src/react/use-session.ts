import * as React from 'react'
import { browserEnvironment } from 'sessionchart/client'
import { getSessionClient } from './current-client'
import type { Provided, SessionContextValue } from './session-context'
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
  const { value, provided } = useProvided()
  const isMissing = Boolean(options?.required) && value.status === 'unauthenticated'
  // On a platform it is always the one or the other.
  const useHere = browserEnvironment.isServer() ? useNothing : useRequired
  useHere(isMissing, provided, options?.onUnauthenticated)

  if (!isMissing) return value as SessionContextValue<R>
  // Whoever requires a session and has none sees that it is being seen to.
  return { data: value.data, update: value.update, status: 'loading' } as SessionContextValue<R>
}

/** Nothing happens after a render on a server. */
const useNothing = () => {}

/** What may be about to change who is signed in, or who is known to be. */
const unsettledTags = ['signing-in', 'signing-out', 'leaving', 'fetching', 'doubted'] as const

/** Sends whoever is known to be signed out to the sign-in page, or tells the app, once for each sign-out. */
function useRequired(
  isMissing: boolean,
  provided: Provided | null,
  onUnauthenticated: (() => void) | undefined,
): void {
  const latest = React.useRef(onUnauthenticated)
  const handled = React.useRef<object | null>(null)

  React.useEffect(() => {
    latest.current = onUnauthenticated
  })
  React.useEffect(() => {
    if (!isMissing) return undefined
    const client = provided?.client ?? getSessionClient()
    const act = () => {
      const leave = () =>
        client.requireSignIn().catch(({ code }) => {
          // Not now, because somebody has begun to sign in or out, or its code is not loaded: another time.
          if (code !== 'redirect') handled.current = null
        })
      try {
        ;(latest.current ?? leave)()
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
      // Not while nobody knows, nor while that is about to change or the page on its way elsewhere.
      const isSettled = !unsettledTags.some(client.hasTag)
      if (!isSettled || !client.hasTag('signed-out') || handled.current === cause) return
      handled.current = cause
      act()
    }
    look()
    return client.watch(look)
  }, [isMissing, provided])
}
