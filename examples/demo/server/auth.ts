import type { AuthConfig } from '@auth/core'
import Credentials from '@auth/core/providers/credentials'
import type { OpenIdProvider } from './openid-provider'
import type { Switches } from './switches'
import { passwordUsers } from './users'

export type Side = 'left' | 'right'

/**
 * Auth.js as any app would set it up. Browsers share cookies between the ports of a host, so each side has names of
 * its own: they are two visitors of one server.
 */
export function authConfigOf(side: Side, openId: OpenIdProvider, switches: Switches): AuthConfig {
  return {
    basePath: '/api/auth',
    secret: 'a secret of the demo',
    trustHost: true,
    logger: { error: ignore, warn: ignore, debug: ignore },
    cookies: Object.fromEntries(
      cookies.map(([key, name]) => [key, { name: `sessionchart-demo.${side}.${name}` }]),
    ),
    providers: [
      Credentials({ credentials: { username: {}, password: {} }, authorize: findUser }),
      {
        id: 'openid',
        name: 'the OpenID provider',
        type: 'oidc',
        issuer: openId.url,
        clientId: openId.clientId,
        clientSecret: openId.clientSecret,
        checks: ['pkce', 'state'],
      },
    ],
    callbacks: {
      jwt({ token, trigger, session }) {
        const now = Date.now()
        const beganAt = Number(token.beganAt ?? now)
        const endsAt = switches.endOf(beganAt)
        if (endsAt !== null && endsAt <= now) return null
        const name = trigger === 'update' && session?.name ? String(session.name) : token.name
        return { ...token, beganAt, name }
      },
      session({ session, token }) {
        const endsAt = switches.endOf(Number(token.beganAt))
        const expires = endsAt === null ? session.expires : new Date(endsAt).toISOString()
        return { user: { name: token.name, email: token.email }, expires }
      },
    },
  }
}

const ignore = () => {}

const cookies = [
  ['sessionToken', 'session'],
  ['callbackUrl', 'callback-url'],
  ['csrfToken', 'csrf'],
  ['pkceCodeVerifier', 'pkce'],
  ['state', 'state'],
  ['nonce', 'nonce'],
] as const

function findUser({ username, password }: { username?: unknown; password?: unknown }) {
  return passwordUsers.find((user) => user.id === username && user.password === password) ?? null
}
