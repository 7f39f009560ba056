import type { FakeServer, SeenRequest } from './fake-server'
import { PASSWORD, type TestSession } from './people'
import { json, type Reply } from './replies'

const ORIGIN = 'http://localhost:3000'

const provider = (id: string, type: string) => ({
  id,
  name: id,
  type,
  signinUrl: `${ORIGIN}/api/auth/signin/${id}`,
  callbackUrl: `${ORIGIN}/api/auth/callback/${id}`,
})

const providers = {
  credentials: provider('credentials', 'credentials'),
  email: provider('email', 'email'),
  github: provider('github', 'oauth'),
}

/** What Auth.js answers when nothing is wrong. The words that differ between its versions: contract.md, 4 and 6. */
export const answersOf =
  (server: FakeServer): Reply =>
  (request) => {
    const { route, fields } = request
    if (route === 'GET /csrf') return answerCsrf(server, request)
    if (route === 'GET /providers') return json(providers)(request)
    if (route === 'GET /session') return json(server.session ?? nobody(server))(request)
    if (!route.startsWith('POST ')) return new Response(null, { status: 404 })

    if (!acceptsCsrf(server, fields.csrfToken)) return rejectCsrf(server, request)
    switch (route) {
      case 'POST /session':
        server.session = updated(server.session, fields.data)
        return json(server.session ?? nobody(server))(request)
      case 'POST /callback/credentials':
        return answerCredentials(server, request)
      case 'POST /signin/github':
        return json({ url: 'https://github.com/login' })(request)
      case 'POST /signin/email':
        return json({ url: `${ORIGIN}${server.base}/verify-request` })(request)
      case 'POST /signout':
        server.session = null
        return json({ url: fields.callbackUrl })(request)
    }
    return new Response(null, { status: 404 })
  }

const nobody = ({ version }: FakeServer) => (version === 'v5' ? null : {})

function answerCsrf(server: FakeServer, request: SeenRequest) {
  const csrfToken = `token-${server.csrfTokens.length + 1}`
  server.csrfTokens.push(csrfToken)
  return json({ csrfToken })(request)
}

function acceptsCsrf(server: FakeServer, token: unknown): boolean {
  if (server.csrfRejections === 0) return token === server.csrfTokens.at(-1)
  server.csrfRejections--
  return false
}

function rejectCsrf(server: FakeServer, request: SeenRequest) {
  if (request.route === 'POST /session') return json(nobody(server), 400)(request)
  const query = server.version === 'v5' ? 'error=MissingCSRF' : 'csrf=true'
  return json({ url: `${ORIGIN}${server.base}/signin?${query}` })(request)
}

function answerCredentials(server: FakeServer, request: SeenRequest) {
  const { username, password, callbackUrl } = request.fields
  if (password === PASSWORD) {
    const name = String(username)
    server.session = { user: { name, email: `${name}@example.com` }, expires: '2099-01-01T00:00:00.000Z' }
    return json({ url: callbackUrl })(request)
  }
  const [query, status] =
    server.version === 'v5'
      ? ['error=CredentialsSignin&code=credentials', 200]
      : (['error=CredentialsSignin', 401] as const)
  return json({ url: `${ORIGIN}${server.base}/signin?${query}` }, Number(status))(request)
}

/** What most `jwt` callbacks do with the data of an update: put it into the user. */
function updated(session: TestSession | null, data: unknown): TestSession | null {
  if (!session) return null
  return { ...session, user: { ...session.user, ...(data as object | undefined) } }
}
