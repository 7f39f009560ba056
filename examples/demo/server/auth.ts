import type { AuthConfig } from '@auth/core'
import Credentials from '@auth/core/providers/credentials'
import { callbacksOf } from './callbacks'
import type { OpenIdProvider } from './openid-provider'
import type { Switches } from './switches'
import { findPasswordUser } from './users'

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
      Credentials({ credentials: { username: {}, password: {} }, authorize: findPasswordUser }),
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
    callbacks: callbacksOf(switches),
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
