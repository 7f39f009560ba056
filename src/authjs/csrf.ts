import { SessionError } from '../session-error'
import { httpError, JSON_HEADERS, request, type Wire } from './request'

/** Asks for a csrf token and gives what the server calls one, whatever it is. */
export async function readCsrfValue(wire: Wire, signal?: AbortSignal, cookie?: string): Promise<unknown> {
  const headers = cookie === undefined ? JSON_HEADERS : { ...JSON_HEADERS, cookie }
  const reply = await request(wire, { path: '/csrf', headers, ...(signal && { signal }) })
  if (!reply.ok) throw httpError(reply)
  return (Object(reply.body) as { csrfToken?: unknown }).csrfToken
}

/**
 * Gets the token that has to come along with every change.
 *
 * @throws SessionError also when the answer has no token.
 */
export async function readCsrfToken(wire: Wire, signal: AbortSignal): Promise<string> {
  const token = await readCsrfValue(wire, signal)
  if (typeof token === 'string') return token
  throw new SessionError({ code: 'csrf', message: 'The server answered without a csrf token.' })
}
