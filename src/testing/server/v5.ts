import { allowedUrl } from './allowed-url'
import { authorizationUrl, listed, type TestProvider } from './providers'
import { credentialsRefusal, refusalOf, refuse } from './refusal'
import { json, PRIVATE, page, type Reply, redirect } from './reply'
import type { Asked } from './request'
import { type Answer, errorStatus, findProvider, isEmail, type Server, verifyRequestUrl } from './server'

const actions = ['providers', 'session', 'csrf', 'signin', 'signout', 'callback', 'verify-request', 'error']
const withProvider = ['signin', 'callback']

/** Answers as Auth.js v5 does, which is `@auth/core`. */
export const answerV5: Answer = async (asked, server) => {
  if (!isUnderstood(asked)) return json('Bad request.', {}, 400)
  try {
    const provider = providerOf(asked, server)
    const callbackUrl = await server.cookies.callbackUrl(asked)
    const answer = asked.request.method === 'GET' ? read : write
    const reply = await answer(asked, server, provider, callbackUrl)
    if (asked.request.endpoint !== 'providers') server.cookies.keep(callbackUrl)
    return typeof reply === 'string' ? sendTo(reply, asked, { Location: reply }) : reply
  } catch (thrown) {
    const { page: name, params } = refusalOf(thrown)
    if (asked.request.endpoint === 'update') return json(null, {}, 400)
    return sendTo(`${asked.base}/${name}?${new URLSearchParams(params)}`, asked)
  }
}

function isUnderstood({ request, parts, isUnreadable }: Asked): boolean {
  const [action = '', provider, ...more] = parts
  return (
    ['GET', 'POST'].includes(request.method) &&
    actions.includes(action) &&
    (!provider || withProvider.includes(action)) &&
    more.length === 0 &&
    !isUnreadable
  )
}

/** With the header, the address is in a body. */
function sendTo(url: string, { request }: Asked, headers: Record<string, string> = {}): Reply {
  return 'x-auth-return-redirect' in request.headers ? json({ url }, headers) : redirect(url)
}

function providerOf({ parts: [, id] }: Asked, server: Server): TestProvider | undefined {
  const provider = findProvider(server, id)
  return id && !provider ? refuse('error', 'Configuration') : provider
}

/** A reply, or where the browser has to go. */
type Handler = (
  asked: Asked,
  server: Server,
  provider: TestProvider | undefined,
  callbackUrl: string,
) => Promise<Reply | string>

const read: Handler = async ({ parts: [action], base, query }, server, provider) => {
  switch (action) {
    case 'session':
      return json(await server.sessions.tell(), PRIVATE)
    case 'csrf':
      return json({ csrfToken: server.cookies.csrfToken }, PRIVATE)
    case 'providers':
      return json(Object.fromEntries(server.providers.map((one) => [one.id, listed(one, base)])))
    case 'signin':
      return provider ? refuse('error', 'Configuration') : page('Sign In')
    case 'signout':
      return page('Sign Out')
    case 'verify-request':
      return page('Verify Request')
    case 'error':
      return page('Error', errorStatus(query.error))
    default:
      return refuseCallback(provider, query)
  }
}

/** Nobody comes back from a provider: none of them has been anywhere. */
function refuseCallback(provider: TestProvider | undefined, query: Record<string, string>): never {
  if (provider?.type === 'email' && query.token) return refuse('error', 'Verification')
  const isOauth = provider?.type === 'oauth' || provider?.type === 'oidc'
  if (isOauth && query.error) return refuse('signin', 'OAuthCallbackError')
  return refuse('error', 'Configuration')
}

const write: Handler = async (asked, server, provider, callbackUrl) => {
  const { parts, fields, query, base } = asked
  const verify = () => server.cookies.isVerified(asked) || refuse('signin', 'MissingCSRF')
  switch (parts[0]) {
    case 'callback':
      if (provider?.type !== 'credentials') return refuseCallback(provider, query)
      verify()
      return (await signIn(asked, server, provider)) ?? callbackUrl
    case 'session':
      verify()
      return json(await server.sessions.tell({ data: fields.data }))
    case 'signin':
      verify()
      if (provider?.type === 'email') return sendLink(asked, server, provider)
      if (!provider || provider.type === 'credentials') return `${base}/signin`
      return authorizationUrl(provider, base, query)
    case 'signout':
      verify()
      server.sessions.put(null)
      return callbackUrl
    default:
      return refuse('error', 'Configuration')
  }
}

async function signIn(
  { fields, origin }: Asked,
  server: Server,
  { id }: TestProvider,
): Promise<string | undefined> {
  const user = await server.authorize(fields)
  if (!user) throw credentialsRefusal()
  const { id: userId } = user as { id?: string }
  const account = { providerAccountId: userId, type: 'credentials', provider: id }
  const elsewhere = await askApp(server, { user, account, credentials: fields }, origin)
  if (elsewhere === undefined) await server.sessions.signIn(user, id)
  return elsewhere
}

async function sendLink(asked: Asked, server: Server, provider: TestProvider): Promise<string> {
  const { email } = asked.fields
  if (!isEmail(email)) return refuse('error', 'Configuration')
  const account = { providerAccountId: email, type: 'email', provider: provider.id }
  const params = {
    user: { id: email, email, emailVerified: null },
    account,
    email: { verificationRequest: true },
  }
  return (await askApp(server, params, asked.origin)) ?? verifyRequestUrl(asked, provider)
}

/** Gives where the app wants to send somebody instead of letting them in. */
async function askApp(server: Server, params: object, origin: string): Promise<string | undefined> {
  const isAllowed = await server.allows(params).catch(() => false)
  if (!isAllowed) return refuse('error', 'AccessDenied')
  return typeof isAllowed === 'string' ? allowedUrl(server.callbacks, isAllowed, origin) : undefined
}
