import GitHub from '@auth/core/providers/github'
import { setupServer } from 'msw/node'
import GitHubV4 from 'next-auth-v4/providers/github'
import { type AuthHandlersOptions, authHandlers } from 'sessionchart/testing/msw'
import { createAuthServer } from 'sessionchart/testing/server'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { startAuthCoreServer } from '../../servers/auth-core'
import type { AuthServer } from '../../servers/auth-server'
import { createBrowserFetch } from '../../servers/cookie-fetch'
import { startNextAuthV4Server } from '../../servers/next-auth-v4'
import { type Step, type Visitor, visit } from './contract'

const SITE = 'http://site.example:3000'

const clients = { clientId: 'github', clientSecret: 'secret' }

/** A provider that sends no letters. */
const email = {
  id: 'email',
  name: 'Email',
  type: 'email',
  maxAge: 600,
  from: 'site@example.com',
  async sendVerificationRequest() {},
  options: {},
} as never
// It wants a database. In that there is nobody.
const methods = ['createUser', 'getUser', 'getUserByEmail', 'getUserByAccount', 'updateUser', 'linkAccount']
const forSessions = ['createSession', 'getSessionAndUser', 'updateSession', 'deleteSession']
const forLetters = ['createVerificationToken', 'useVerificationToken']
const nobody = async () => null
const adapter = Object.fromEntries(
  [...methods, ...forSessions, ...forLetters].map((name) => [name, nobody]),
) as never

/** What is configured on a real server beside what the handlers get. */
interface RealConfig {
  adapter?: undefined
  providers?: never[]
  callbacks?: object
}
const common = { adapter, session: { strategy: 'jwt' } } as const

const real = {
  v5: ({ providers = [], ...config }: RealConfig): Promise<AuthServer> =>
    startAuthCoreServer({ ...common, ...config, providers: [GitHub(clients), email, ...providers] }),
  v4: ({ providers = [], ...config }: RealConfig): Promise<AuthServer> =>
    startNextAuthV4Server({ ...common, ...config, providers: [GitHubV4(clients), email, ...providers] }),
}

export const versions = ['v5', 'v4'] as const

const options = {
  users: [
    { id: 'ann', name: 'Ann', email: 'ann@example.com', password: 'ann-password' },
    { id: 'bob', name: 'Bob', email: 'bob@example.com', password: 'bob-password' },
  ],
  providers: [
    {
      id: 'github',
      name: 'GitHub',
      type: 'oauth',
      authorization: 'https://github.com/login/oauth/authorize',
    },
    { id: 'email', name: 'Email', type: 'email' },
  ],
  // As in test/servers.
  callbacks: {
    jwt: ({ token, trigger, session }) =>
      trigger === 'update' && session?.name ? { ...token, name: session.name } : token,
    session: ({ session, token }) => ({ ...session, user: { ...session.user, name: token.name } }),
  },
} satisfies AuthHandlersOptions

/** A real server, the handlers for it, and the same without msw. Each test begins with a browser of its own. */
export function startBoth(
  version: (typeof versions)[number],
  config: object = {},
  more: AuthHandlersOptions = {},
) {
  const auth = authHandlers({ ...options, version, ...more })
  const msw = setupServer(...auth.handlers)
  const alone = createAuthServer({ ...options, version, ...more })
  let server: AuthServer
  let visitors: [real: Visitor, handlers: Visitor, alone: Visitor]

  beforeAll(async () => {
    server = await real[version](config)
    msw.listen({ onUnhandledRequest: 'bypass' })
  })
  afterAll(async () => {
    msw.close()
    await server.stop()
  })
  const enter = () => {
    auth.reset()
    alone.reset()
    visitors = [
      { origin: server.url, fetch: createBrowserFetch(server.url) },
      { origin: SITE, fetch: (path, init) => fetch(SITE + path, init) },
      { origin: SITE, fetch: async (path, init) => answered(alone.fetch(new Request(SITE + path, init))) },
    ]
  }
  beforeEach(enter)

  /** What each answers. */
  const ask = async (steps: readonly Step[]) => {
    const [there, here, beside] = visitors
    const [real, handlers, alone] = await Promise.all([
      visit(there, steps),
      visit(here, steps),
      visit(beside, steps),
    ])
    return { real, handlers, alone }
  }
  return { auth, ask, enter }
}

async function answered(answering: Promise<Response | undefined>): Promise<Response> {
  const response = await answering
  if (!response) throw new Error('Nobody has answered.')
  return response
}
