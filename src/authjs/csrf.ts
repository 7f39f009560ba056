import { SessionError } from 'sessionchart/client'
import { type AuthRequest, bodyOf } from '../wire/request'
import type { AuthjsKit } from './authjs-kit'

/** Asks for a csrf token and gives what the server calls one, whatever it is. */
export async function readCsrfValue(kit: AuthjsKit, asked: Omit<AuthRequest, 'path'>): Promise<unknown> {
  const body = bodyOf(await kit.request({ path: '/csrf', ...asked }))
  return (Object(body) as { csrfToken?: unknown }).csrfToken
}

/**
 * Gets the token that has to come along with every change.
 *
 * @throws SessionError also when the answer has no token.
 */
export async function readCsrfToken(kit: AuthjsKit, signal: AbortSignal): Promise<string> {
  const token = await readCsrfValue(kit, { signal })
  if (typeof token === 'string') return token
  throw new SessionError({ code: 'csrf', message: 'The server answered without a csrf token.' })
}
