import { SessionError } from '../session-error'
import { httpError, JSON_HEADERS, request, type Wire } from './request'

/** A way to sign in, as the server describes it to browsers. */
export interface ClientSafeProvider {
  id: string
  name: string
  type: string
  signinUrl: string
  callbackUrl: string
}

/**
 * Lists the ways to sign in.
 *
 * @throws SessionError also when the answer is no list.
 */
export async function readProviders(
  wire: Wire,
  signal?: AbortSignal,
  cookie?: string,
): Promise<Record<string, ClientSafeProvider>> {
  const headers = cookie === undefined ? JSON_HEADERS : { ...JSON_HEADERS, cookie }
  const reply = await request(wire, { path: '/providers', headers, ...(signal && { signal }) })
  if (!reply.ok) throw httpError(reply)
  const { body, url, status } = reply
  if (typeof body === 'object' && body !== null) return body as Record<string, ClientSafeProvider>
  throw new SessionError({ code: 'providers', message: `${url} listed no providers.`, url, status })
}
