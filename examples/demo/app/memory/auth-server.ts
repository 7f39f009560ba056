import { type AuthServer, createAuthServer } from 'sessionchart/testing/server'
import { callbacksOf } from '../../server/callbacks'
import { findPasswordUser, openIdUsers } from '../../server/users'
import { authPathOf, demoPath, type SideName } from './places'
import { switches } from './switches-here'

/**
 * An Auth.js server in memory, set up as that of the served demo is. Who comes back from the OpenID provider has a code
 * from there, which is the id of the user: there are no secrets between pages of one browser.
 */
export function authServerOf(side: SideName): AuthServer {
  return createAuthServer({
    basePath: authPathOf(side),
    authorize: ({ code, ...credentials }) =>
      openIdUsers.find(({ id }) => id === code) ?? findPasswordUser(credentials),
    providers: [
      { id: 'credentials', name: 'Credentials', type: 'credentials' },
      {
        id: 'openid',
        name: 'the OpenID provider',
        type: 'oidc',
        authorization: new URL(`${demoPath}provider/index.html`, location.origin).href,
      },
    ],
    callbacks: callbacksOf(switches),
  })
}
