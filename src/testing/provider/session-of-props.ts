import { type Session, SessionOptionError, type SessionState } from 'sessionchart'

interface Props {
  session?: Session | null | undefined
  status?: SessionState['status'] | undefined
}

/**
 * What a client is seeded with: `undefined` while nobody knows who is signed in.
 *
 * @throws SessionOptionError for a status that contradicts the session, and for what no server would send.
 */
export function sessionOfProps({ session, status }: Props): Session | null | undefined {
  if (session && Object.keys(session).length === 0)
    throw new SessionOptionError('session', session, 'null when nobody is signed in')
  const possible = session ? ['authenticated'] : ['loading', 'unauthenticated']
  if (status && !possible.includes(status)) {
    const expected = possible.map((name) => `"${name}"`).join(' or ')
    throw new SessionOptionError('status', status, `${expected} ${session ? 'beside' : 'without'} a session`)
  }
  return status === 'loading' ? undefined : (session ?? null)
}
