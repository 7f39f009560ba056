import type { ClientSafeProvider } from 'sessionchart/client'
import { type AuthRequest, bodyOf, unexpected } from '../wire/request'
import type { AuthjsKit } from './authjs-kit'

/**
 * Lists the ways to sign in.
 *
 * @throws SessionError also when the answer is no list.
 */
export async function readProviders(
  kit: AuthjsKit,
  asked: Omit<AuthRequest, 'path'>,
): Promise<Record<string, ClientSafeProvider>> {
  const reply = await kit.request({ path: '/providers', ...asked })
  const providers = bodyOf(reply)
  if (typeof providers === 'object' && providers) return providers as Record<string, ClientSafeProvider>
  throw unexpected('providers', 'listed no providers', reply)
}
