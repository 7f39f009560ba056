import { SessionError } from '../session-error'
import { type AuthRequest, bodyOf, request, type Wire } from './request'

/** Asks for a csrf token and gives what the server calls one, whatever it is. */
export async function readCsrfValue(
  wire: Wire,
  asked: Pick<AuthRequest, 'signal' | 'cookie'>,
): Promise<unknown> {
  const reply = await request(wire, { path: '/csrf', ...asked })
  return (Object(bodyOf(reply)) as { csrfToken?: unknown }).csrfToken
}

/**
 * Gets the token that has to come along with every change.
 *
 * @throws SessionError also when the answer has no token.
 */
export async function readCsrfToken(wire: Wire, signal: AbortSignal): Promise<string> {
  const token = await readCsrfValue(wire, { signal })
  if (typeof token === 'string') return token
  throw new SessionError({ code: 'csrf', message: 'The server answered without a csrf token.' })
}
