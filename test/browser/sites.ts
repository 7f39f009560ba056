import { inject } from 'vitest'
import { startAuthCoreServer } from '../servers/auth-core'
import type { AuthServer } from '../servers/auth-server'
import { startNextAuthV4Server } from '../servers/next-auth-v4'
import type { BuiltApp } from './build-app'

/** An Auth.js server with credentials and OpenID, and the app on every other path of the same origin. */
export type StartSite = () => Promise<AuthServer>

export const startAuthCoreSite: StartSite = () => {
  const { url: issuer, clientId, clientSecret } = inject('openId')
  const client = { issuer, clientId, clientSecret }
  return startAuthCoreServer(
    { providers: [{ id: 'openid', name: 'OpenID', type: 'oidc', checks: ['pkce', 'state'], ...client }] },
    showApp(inject('apps').v5),
  )
}

export const startNextAuthV4Site: StartSite = () => {
  const { url, clientId, clientSecret } = inject('openId')
  const profile = ({ sub, name, email }: { sub: string; name: string; email: string }) => ({
    id: sub,
    name,
    email,
  })
  return startNextAuthV4Server(
    {
      providers: [
        {
          id: 'openid',
          name: 'OpenID',
          type: 'oauth',
          wellKnown: `${url}/.well-known/openid-configuration`,
          idToken: true,
          checks: ['pkce', 'state'],
          authorization: { params: { scope: 'openid email profile' } },
          clientId,
          clientSecret,
          profile,
        },
      ],
    },
    showApp(inject('apps').v4),
  )
}

const showApp = (app: BuiltApp) => (request: Request) => {
  const file = app[new URL(request.url).pathname] ?? app['/index.html']
  return new Response(file?.body, { headers: { 'content-type': file?.type ?? '' } })
}
