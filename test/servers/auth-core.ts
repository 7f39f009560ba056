import { Auth, type AuthConfig } from '@auth/core'
import Credentials from '@auth/core/providers/credentials'
import { type Answer, type AuthServer, startAuthServer } from './auth-server'
import { findUser } from './users'

const ignore = () => {}

/**
 * The server half of next-auth v5, with JWT sessions and the users of `users.ts`. Whatever `config` says is laid over
 * that; its providers are added.
 */
export function startAuthCoreServer(
  config: Partial<AuthConfig> = {},
  showPage?: Answer,
): Promise<AuthServer> {
  const wholeConfig: AuthConfig = {
    basePath: '/api/auth',
    secret: 'a secret of the tests',
    trustHost: true,
    logger: { error: ignore, warn: ignore, debug: ignore },
    ...config,
    providers: [
      Credentials({ credentials: { username: {}, password: {} }, authorize: findUser }),
      ...(config.providers ?? []),
    ],
    callbacks: {
      jwt: ({ token, trigger, session }) =>
        trigger === 'update' && session?.name ? { ...token, name: session.name } : token,
      session: ({ session, token }) => ({ ...session, user: { ...session.user, name: token.name } }),
      ...config.callbacks,
    },
  }
  return startAuthServer((request) => Auth(request, wholeConfig), showPage)
}
