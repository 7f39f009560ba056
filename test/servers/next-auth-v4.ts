import NextAuth, { type AuthOptions } from 'next-auth-v4'
import Credentials from 'next-auth-v4/providers/credentials'
import { type Answer, type AuthServer, startAuthServer } from './auth-server'
import { callPagesRoute } from './pages-route'
import { findUser } from './users'

/** Node gives the whole of a CommonJS module, where Vitest gives what it exports as the default. */
const defaultOf = <T>(imported: T): T => (imported as { default?: T }).default ?? imported

const ignore = () => {}

/**
 * next-auth v4 as an API route of the Pages Router, with JWT sessions and the users of `users.ts`. Whatever `options`
 * says is laid over that; its providers are added.
 */
export function startNextAuthV4Server(
  options: Partial<AuthOptions> = {},
  showPage?: Answer,
): Promise<AuthServer> {
  const wholeOptions: AuthOptions = {
    secret: 'a secret of the tests',
    logger: { error: ignore, warn: ignore, debug: ignore },
    ...options,
    providers: [
      defaultOf(Credentials)({ credentials: { username: {}, password: {} }, authorize: findUser }),
      ...(options.providers ?? []),
    ],
    callbacks: {
      jwt: ({ token, trigger, session }) =>
        trigger === 'update' && session?.name ? { ...token, name: session.name } : token,
      session: ({ session, token }) => ({ ...session, user: { ...session.user, name: token.name } }),
      ...options.callbacks,
    },
  }
  const answer: Answer = (request) =>
    callPagesRoute(request, (req, res) =>
      withNextAuthUrl(new URL(request.url).origin, () => defaultOf(NextAuth)(req, res, wholeOptions)),
    )
  return startAuthServer(answer, showPage)
}

/**
 * v4 knows its origin from this variable alone, and reads it before its first `await`. Setting it for just that long
 * lets many servers share a process, and the code under test (which reads it too) sees nothing of it.
 */
function withNextAuthUrl<T>(url: string, run: () => T): T {
  const before = process.env.NEXTAUTH_URL
  process.env.NEXTAUTH_URL = url
  try {
    return run()
  } finally {
    if (before === undefined) delete process.env.NEXTAUTH_URL
    else process.env.NEXTAUTH_URL = before
  }
}
