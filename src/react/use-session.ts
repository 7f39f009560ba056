import * as React from 'react'
import { browserEnvironment } from 'sessionchart/client'
import { getSessionClient } from './current-client'
import type { Provided, SessionContextValue } from './session-context'
import { useProvided, useValue } from './use-provided'

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
export function useSession<R extends boolean>(options?: UseSessionOptions<R>): SessionContextValue<R>
export function useSession<R extends boolean>(
  ...given: [options?: UseSessionOptions<R>]
): SessionContextValue<R> {
  const options = given[0]
  const isPlain = given.length === 0
  const value = hookFor(isPlain)(options, isPlain)
  if (!isMissing(value, options)) return value as SessionContextValue<R>
  // Whoever requires a session and has none sees that it is being seen to.
  return { data: value.data, update: value.update, status: 'loading' } as SessionContextValue<R>
}

type Options = UseSessionOptions<boolean> | undefined

const isMissing = (value: SessionContextValue, options: Options) =>
  Boolean(options?.required) && value.status === 'unauthenticated'

/**
 * For a call on a platform always the same one: React counts hooks. Most calls have no options, and of these there may
 * be thousands: they are spared the hooks that options need. So is a server, where nothing happens after a render.
 */
const hookFor = (isPlain: boolean): ((options: Options, isPlain: boolean) => SessionContextValue) =>
  browserEnvironment.isServer() || (isPlain && browserEnvironment.isProduction()) ? useValue : useWithOptions

/**
 * Calls with options, and in development all of them: there Fast Refresh may add options to a call, and a call that has
 * them only now and then, for which React would throw in production, is told of.
 */
function useWithOptions(options: Options, isPlain: boolean): SessionContextValue {
  const { value, provided } = useProvided()
  const { current: wasPlain } = React.useRef(isPlain)
  if (isPlain !== wasPlain) provided?.client.suspect({ about: 'options' })
  useRequired(isMissing(value, options), provided, options?.onUnauthenticated)
  return value
}

/** What may be about to change who is signed in, or who is known to be. */
const unsettledTags = ['signing-in', 'signing-out', 'leaving', 'fetching', 'doubted'] as const

/** In place of a cause: a mocked context has none. */
const MOCKED = {}

/** Sends whoever is known to be signed out to the sign-in page, or tells the app, once for each sign-out. */
function useRequired(
  isMissing: boolean,
  provided: Provided | null,
  onUnauthenticated: (() => void) | undefined,
): void {
  const handled = React.useRef<object | null>(null)
  // One effect, and none for a function that nobody will call: there may be thousands of consumers.
  const latest = isMissing ? onUnauthenticated : undefined

  React.useEffect(() => {
    if (!isMissing) {
      if (handled.current === MOCKED) handled.current = null
      return undefined
    }
    const client = provided?.client ?? getSessionClient()
    const act = (cause: object) => {
      if (handled.current === cause) return
      handled.current = cause
      const leave = () =>
        client.requireSignIn().catch(({ code }) => {
          // Not now, because somebody has begun to sign in or out, or its code is not loaded: another time.
          if (code !== 'redirect') handled.current = null
        })
      try {
        ;(latest ?? leave)()
      } catch (error) {
        client.report(error)
      }
    }
    if (!provided) {
      act(MOCKED)
      return undefined
    }
    const look = () => {
      // Not while nobody knows, nor while that is about to change or the page on its way elsewhere.
      const isSettled = !unsettledTags.some(client.hasTag)
      if (isSettled && client.hasTag('signed-out')) act(client.getState().cause)
    }
    look()
    return client.watch(look)
  }, [isMissing, provided, latest])
}
