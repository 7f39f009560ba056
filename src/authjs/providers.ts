import { type AuthRequest, bodyOf, request, unexpected, type Wire } from './request'

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
  asked: Pick<AuthRequest, 'signal' | 'cookie'>,
): Promise<Record<string, ClientSafeProvider>> {
  const reply = await request(wire, { path: '/providers', ...asked })
  const providers = bodyOf(reply)
  if (typeof providers === 'object' && providers) return providers as Record<string, ClientSafeProvider>
  throw unexpected('providers', 'listed no providers', reply)
}
