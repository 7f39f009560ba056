import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider from 'oidc-provider'
import { type OpenIdUser, openIdPage } from './openid-page'
import { OpenIdStorage } from './openid-storage'

export interface OpenIdProvider {
  /** The issuer, which is the origin. */
  url: string
  clientId: string
  clientSecret: string
  stop(): Promise<void>
}

const loopback = ['localhost', '127.0.0.1']
const clientId = 'demo'
const clientSecret = 'a secret between the demo and its OpenID provider'

/** Runs a certified OpenID provider on a free port. Its sign-in page lists the users; a click is enough. */
export async function startOpenIdProvider(users: OpenIdUser[]): Promise<OpenIdProvider> {
  const server = createServer()
  server.listen(0, 'localhost')
  await once(server, 'listening')
  const url = `http://localhost:${(server.address() as AddressInfo).port}`

  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const provider: Provider = new Provider(url, {
    adapter: OpenIdStorage,
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [url] }],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'demo' }] },
    cookies: { keys: ['a key for the cookies of the demo'] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    // Auth.js reads name and email from the id token.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => {
      const user = users.find((one) => one.id === id)
      return user && { accountId: id, claims: () => ({ sub: id, name: user.name, email: user.email }) }
    },
    // Whoever has signed in agrees to be known.
    async loadExistingGrant({ oidc }): Promise<InstanceType<Provider['Grant']> | undefined> {
      const { client, session, params } = oidc
      if (!client || !session?.accountId) return undefined
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope(String(params?.scope))
      await grant.save()
      return grant
    },
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
  })
  // The apps find their ports after this one.
  provider.Client.prototype.redirectUriAllowed = (uri: string) => loopback.includes(new URL(uri).hostname)
  const answer = provider.callback()

  server.on('request', (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', url)
    if (!pathname.startsWith('/interaction/')) return void answer(request, response)
    const chosen = users.find(({ id }) => id === searchParams.get('user'))
    if (chosen) return void finish(provider, request, response, chosen)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(openIdPage(users, pathname))
  })

  return {
    url,
    clientId,
    clientSecret,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function finish(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  user: OpenIdUser,
): Promise<void> {
  try {
    await provider.interactionFinished(request, response, { login: { accountId: user.id, remember: false } })
  } catch {
    // Somebody has come back to a page whose time was over.
    response.writeHead(400, { 'Content-Type': 'text/plain' }).end('Please start again from the app.')
  }
}
