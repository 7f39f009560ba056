import { authorizationUrl, listed, type TestProvider } from './providers'
import { jsonOfNext, PRIVATE, page, type Reply, redirect, text } from './reply'
import { report } from './report'
import type { Asked } from './request'
import { type Answer, errorStatus, findProvider, isEmail, type Server, verifyRequestUrl } from './server'

/** Where the browser has to go, and what the answer's status is where that is told in a body. */
interface Target {
  to: string
  status?: number
}

/** Answers as next-auth v4 does, in a route of the Pages Router. */
export const answerV4: Answer = async (asked, server) => {
  const { request, parts, isUnreadable } = asked
  // Next itself reads the body.
  if (isUnreadable && request.body) return text('Invalid JSON', 400)
  try {
    const callbackUrl = await server.cookies.callbackUrl(asked)
    const provider = findProvider(server, parts[1])
    const reply = await handlers[request.method]?.(asked, server, provider, callbackUrl)
    if (!reply) {
      return text(`Error: This action with HTTP ${request.method} is not supported by NextAuth.js`, 400)
    }
    if (request.endpoint !== 'providers') server.cookies.keep(callbackUrl)
    return 'to' in reply ? send(reply, asked) : reply
  } catch (error) {
    // Nobody catches it there, either.
    report(error)
    return text('Internal Server Error', 500)
  }
}

/** With the field, the address is in a body. */
function send({ to, status }: Target, { fields }: Asked): Reply {
  return fields.json === 'true' ? jsonOfNext({ url: to }, {}, status) : redirect(to)
}

type Result = Reply | Target | undefined
type Handler = (
  asked: Asked,
  server: Server,
  provider: TestProvider | undefined,
  callbackUrl: string,
) => Result | Promise<Result>

// What went wrong in a sign-in is said on the page where one signs in.
const SIGN_IN_ERRORS =
  /^(Signin|OAuth(Signin|Callback|CreateAccount|AccountNotLinked)|Email(Signin|CreateAccount)|Callback|CredentialsSignin|SessionRequired)$/

const read: Handler = async ({ parts, base, query }, server, provider) => {
  const { error = parts[1] } = query
  switch (parts[0]) {
    case 'session':
      return jsonOfNext((await server.sessions.tell()) ?? {}, PRIVATE)
    case 'csrf':
      return jsonOfNext({ csrfToken: server.cookies.csrfToken }, PRIVATE)
    case 'providers':
      return jsonOfNext(Object.fromEntries(server.providers.map((one) => [one.id, listed(one, base)])))
    case 'signin':
      return page('Sign In')
    case 'signout':
      return page('Sign Out')
    case 'verify-request':
      return page('Verify Request')
    case 'error':
      if (error && SIGN_IN_ERRORS.test(error)) return { to: `${base}/signin?error=${error}` }
      return page('Error', errorStatus(error))
    case 'callback':
      return refuseCallback(provider, base, query)
  }
}

/** Nobody comes back from a provider: none of them has been anywhere. */
function refuseCallback(
  provider: TestProvider | undefined,
  base: string,
  query: Record<string, string>,
): Result {
  const { type } = provider ?? {}
  if (type === 'email') return { to: `${base}/error?error=${query.token ? 'Verification' : 'configuration'}` }
  if (type === 'credentials') {
    return text('Error: Callback for provider type credentials not supported', 500)
  }
  return type && { to: `${base}/error?error=${query.error ? 'Callback' : 'OAuthCallback'}` }
}

const write: Handler = async (asked, server, provider, callbackUrl) => {
  const { parts, base, query, fields } = asked
  const isVerified = server.cookies.isVerified(asked)
  switch (parts[0]) {
    case 'signin':
      if (!isVerified || !provider) return { to: `${base}/signin?csrf=true` }
      if (provider.type === 'credentials') return { to: `${base}/signin` }
      if (provider.type === 'email') return sendLink(asked, server, provider)
      return { to: authorizationUrl(provider, base, query) }
    case 'signout':
      if (!isVerified) return { to: `${base}/signout?csrf=true` }
      server.sessions.put(null)
      return { to: callbackUrl }
    case 'callback':
      if (provider?.type !== 'credentials') return refuseCallback(provider, base, query)
      if (!isVerified) return { to: `${base}/signin?csrf=true` }
      return (await signIn(asked, server, provider)) ?? { to: callbackUrl }
    case 'session':
      if (!isVerified) return jsonOfNext({}, {}, 400)
      return jsonOfNext((await server.sessions.tell({ data: fields.data })) ?? {})
    // What v4's client reports.
    case '_log':
      return { status: 200, headers: {}, body: null }
  }
}

/** Signs in, or says where to go instead. */
async function signIn(
  { fields, base }: Asked,
  server: Server,
  { id }: TestProvider,
): Promise<Target | undefined> {
  const error = (name: unknown, status?: number): Target => ({
    to: `${base}/error?error=${encodeURIComponent(String(name))}`,
    ...(status && { status }),
  })
  let user: unknown
  try {
    user = await server.authorize(fields)
  } catch (thrown) {
    // How apps on v4 say what was wrong.
    return error((thrown as Error).message, 401)
  }
  if (!user) {
    const { to } = error('CredentialsSignin')
    return { to: `${to}&${new URLSearchParams({ provider: id })}`, status: 401 }
  }
  const { id: userId } = user as { id?: string }
  const account = { providerAccountId: userId, type: 'credentials', provider: id }
  try {
    const isAllowed = await server.allows({ user, account, credentials: fields })
    if (!isAllowed) return error('AccessDenied', 403)
    if (typeof isAllowed === 'string') return { to: isAllowed }
  } catch (thrown) {
    return error((thrown as Error).message)
  }
  await server.sessions.signIn(user, id)
}

async function sendLink(asked: Asked, server: Server, provider: TestProvider): Promise<Target> {
  const { base, fields } = asked
  const { email } = fields
  if (!isEmail(email)) return { to: `${base}/error?error=EmailSignin` }
  const account = { providerAccountId: email, userId: email, type: 'email', provider: provider.id }
  const params = {
    user: { id: email, email, emailVerified: null },
    account,
    email: { verificationRequest: true },
  }
  try {
    const isAllowed = await server.allows(params)
    if (!isAllowed) return { to: `${base}/error?error=AccessDenied` }
    return { to: typeof isAllowed === 'string' ? isAllowed : verifyRequestUrl(asked, provider) }
  } catch (error) {
    return { to: `${base}/error?${new URLSearchParams({ error: String(error) })}` }
  }
}

const handlers: Record<string, Handler> = { GET: read, POST: write }
