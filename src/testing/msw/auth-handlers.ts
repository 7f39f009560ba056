import { type HttpHandler, http } from 'msw'
import { type AuthServer, type AuthServerOptions, createAuthServer } from 'sessionchart/testing/server'

/** What `createAuthServer` takes. */
export type AuthHandlersOptions = AuthServerOptions

/** An Auth.js server in memory, with one browser that visits it. */
export interface AuthHandlers extends AuthServer {
  /** For msw: `setupServer(...auth.handlers)` in Node, `setupWorker(...auth.handlers)` in a browser. */
  readonly handlers: HttpHandler[]
}

/**
 * `createAuthServer` of `sessionchart/testing/server` for msw 2: an Auth.js server in memory that answers sign-in,
 * sign-out, updates and reads as a real one does, with the same status, body and refusals, and fails when you want it
 * to. All that asks through msw is one visitor.
 *
 * @throws SessionOptionError naming the option that makes no sense, and its value.
 *
 * @example
 * ```ts
 * const auth = authHandlers({ users: [{ name: 'ann', password: 'right', email: 'ann@example.com' }] })
 * const server = setupServer(...auth.handlers)
 * beforeAll(() => server.listen())
 * afterEach(() => auth.reset())
 * afterAll(() => server.close())
 *
 * test('keeps Ann signed in when the server is down', async () => {
 *   auth.session = { user: { name: 'Ann' }, expires: '2099-01-01T00:00:00Z' }
 *   auth.fail('session', { status: 500 })
 * })
 * ```
 */
export function authHandlers(options: AuthHandlersOptions = {}): AuthHandlers {
  const server = createAuthServer(options)
  const basePath = (options.basePath ?? '/api/auth').replace(/\/+$/, '')
  const pattern = basePath.startsWith('/') ? `*${basePath}/*` : `${basePath}/*`
  // Into the server itself: a copy of it would keep the session that it has now.
  return Object.assign(server, { handlers: [http.all(pattern, ({ request }) => server.fetch(request))] })
}
