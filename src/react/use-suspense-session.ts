import type { Session } from 'sessionchart'
import { browserEnvironment } from 'sessionchart/client'
import { firstAnswer, isAwaited } from './first-answer'
import { keepAwaited } from './mount-client'
import type { UpdateSession } from './session-context'
import { suspend } from './suspend'
import { useProvided } from './use-provided'

/** What `useSuspenseSession` gives: what `useSession` gives, and never `loading`. */
export type SuspenseSession = { update: UpdateSession } & (
  | { data: Session; status: 'authenticated' }
  | { data: null; status: 'unauthenticated' }
)

/**
 * Gives the session, and suspends until somebody has said who is signed in: with a `session` prop never, without
 * one until the first read has its answer or has failed.
 *
 * @throws Error outside a provider; and on a server when the provider has no `session`, so that the fallback of the
 * next boundary is sent and the browser takes over.
 *
 * @example
 * ```tsx
 * const { data: session } = useSuspenseSession()
 * return session ? <p>Signed in as {session.user?.name}</p> : <SignIn />
 * ```
 */
export function useSuspenseSession(): SuspenseSession {
  const { value, provided } = useProvided()
  if (!provided) {
    // A mocked context answers by getting another value.
    if (value.status === 'loading') throw forever
    return known(value)
  }
  const { client, options } = provided
  // The provider may be about to render for an answer that is there.
  const { data } = value.data === undefined ? client.getState() : value
  const isKnown = data !== undefined
  if (!isKnown) {
    if (browserEnvironment.isServer()) throw unknownOnServer()
    if (options) keepAwaited(client, options)
  }
  if (!isKnown || isAwaited(client)) suspend(firstAnswer(client), isKnown)
  return known({ data, update: value.update })
}

const known = ({ data = null, update }: { data?: Session | null | undefined; update: UpdateSession }) =>
  ({ data, update, status: data ? 'authenticated' : 'unauthenticated' }) as SuspenseSession

const forever = /* @__PURE__ */ new Promise<never>(() => {})

const unknownOnServer = () =>
  Object.assign(
    new Error(
      'useSuspenseSession: the server does not know who is signed in. Give <SessionProvider> the `session`.',
    ),
    // So that Next.js neither logs it nor ends the build of a static page.
    { digest: 'BAILOUT_TO_CLIENT_SIDE_RENDERING' },
  )
