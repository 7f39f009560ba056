import * as React from 'react'
import { type Session, SessionOptionError, type SessionState } from 'sessionchart'
import { SessionProvider } from 'sessionchart/react'
import { createMemoryServer } from './memory-server'
import { sessionOfProps } from './session-of-props'
import { createTestClient } from './test-client'

export interface TestSessionProviderProps {
  children?: React.ReactNode
  /** Who is signed in. `null` or nothing: nobody. */
  session?: Session | null | undefined
  /** Follows from the session. `'loading'`: nobody knows yet. */
  status?: SessionState['status'] | undefined
}

/**
 * Gives the components of a test their session, without a network, timers or other tabs.
 *
 * Everything in it works as in the app, against a server in memory that has this session: `getSession()` and
 * `update()` give it, `signOut()` ends it. Nobody leaves the page: after `signOut()` it shows that nobody is signed
 * in, and `useSession({ required: true })` stays `loading`. What only your own server knows is not made up:
 * `update(data)` leaves the session as it is, and `signIn()` rejects with an error that says how to mock it.
 *
 * A new `session` or `status` replaces all that has happened; props that say the same change nothing. While it is
 * `loading`, whoever asks for the session waits until the props say. A session does not expire, whatever it says.
 *
 * @throws SessionOptionError for a status that contradicts the session, and for a session that no server would send.
 *
 * @example
 * ```tsx
 * render(<TestSessionProvider session={{ user: { name: 'Ann' }, expires: '1' }}><Account /></TestSessionProvider>)
 * ```
 */
export function TestSessionProvider({ children, ...props }: TestSessionProviderProps): React.ReactElement {
  const session = sessionOfProps(props)
  const [server] = React.useState(createMemoryServer)
  // By its value: tests write their sessions in place, and a mere render must not undo a sign-out.
  const said = serialise(session)
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const client = React.useMemo(() => createTestClient(session, server), [said, server])
  // Not an ordinary effect: those of children come before, and StrictMode ends them to begin anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  React.useInsertionEffect(() => server.say(session), [said, server])
  // Whoever still waits when the test is over.
  React.useInsertionEffect(() => () => server.say(null), [server])
  return <SessionProvider client={client}>{children}</SessionProvider>
}

function serialise(session: Session | null | undefined): string | undefined {
  try {
    return JSON.stringify(session)
  } catch (error) {
    // It is circular, or has a bigint in it.
    throw new SessionOptionError('session', session, `what JSON can hold (${(error as Error).message})`)
  }
}
