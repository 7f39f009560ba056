import { delay, type HttpHandler, HttpResponse, http } from 'msw'
import type { Session } from 'sessionchart'
import { checkSession } from './check-options'
import { createCookies } from './cookies'
import { failureResponse } from './failure-response'
import type { AuthHandlersOptions } from './options'
import { type Asked, type AuthEndpoint, type AuthRequest, readRequest } from './request'
import type { Server } from './server'
import { createSessions } from './sessions'
import { settingsOf } from './settings'
import { type AuthFailure, createTroubles } from './troubles'
import { answerV4 } from './v4'
import { answerV5 } from './v5'

/** An Auth.js server in memory, with one browser that visits it. */
export interface AuthHandlers {
  /** For msw: `setupServer(...auth.handlers)` in Node, `setupWorker(...auth.handlers)` in a browser. */
  readonly handlers: HttpHandler[]
  /**
   * Who is signed in. Setting it is a sign-in, sign-out or change somewhere else, as on another device: the page hears
   * of it when it asks the next time. A session that is set is answered as it is, and ends at its `expires` if that is
   * still to come.
   *
   * @throws SessionOptionError when set to what no server would send.
   */
  session: Session | null
  /**
   * Ends the session, as a sign-out on another device does. Unlike `session = null` it leaves TypeScript in doubt
   * whether somebody signs in again.
   */
  signOutElsewhere(): void
  /** Every request so far, in order, also those that failed. Empty it with `requests.length = 0`. */
  readonly requests: AuthRequest[]
  /**
   * Lets every answer of an endpoint travel so many milliseconds; `'infinite'` never arrives. What it says is what
   * was true when the request came. Of two delays the endpoint's own counts, not that of `'all'`.
   *
   * @throws SessionOptionError for an endpoint or a time that makes no sense.
   */
  delay(endpoint: AuthEndpoint | 'all', milliseconds: number | 'infinite'): void
  /**
   * Lets an endpoint fail, `times` times or until `recover()`.
   *
   * @throws SessionOptionError for an endpoint or a failure that makes no sense.
   *
   * @example
   * ```ts
   * auth.fail('session', { status: 503, headers: { 'Retry-After': '30' } })
   * auth.fail('signOut', 'network', { times: 1 })
   * ```
   */
  fail(endpoint: AuthEndpoint | 'all', failure: AuthFailure, options?: { times?: number }): void
  /**
   * Takes back delays and failures: of one endpoint, or of all.
   *
   * @throws SessionOptionError for an endpoint that there is not.
   */
  recover(endpoint?: AuthEndpoint | 'all'): void
  /** Makes everything as it was at first: the session, the cookies, no requests, no delays or failures. */
  reset(): void
}

/**
 * An Auth.js server in memory for msw 2: it answers sign-in, sign-out, updates and reads as a real one does, with the
 * same status, body and refusals, and fails when you want it to.
 *
 * It has one visitor: whoever asks is signed in or is not, and cookies are neither set nor looked at. `signIn` with a
 * password works; for OAuth and email the answer is where the browser has to go, and what happens there is up to you:
 * set `session` for somebody who has come back.
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
  const settings = settingsOf(options)
  const { basePath, callbacks, session, version } = settings
  const sessions = createSessions(settings)
  const cookies = createCookies(callbacks)
  const { meet, ...troubles } = createTroubles()
  const requests: AuthRequest[] = []
  const allows = async (params: object) => (callbacks.signIn ? callbacks.signIn(params) : true)
  const server: Server = { ...settings, allows, cookies, sessions }
  const answer = version === 'v4' ? answerV4 : answerV5
  sessions.put(session)

  async function respond(asked: Asked, failure: AuthFailure | undefined): Promise<Response> {
    if (failure === 'network') return HttpResponse.error()
    if (failure === 'csrf') return answer({ ...asked, fields: { ...asked.fields, csrfToken: '' } }, server)
    if (typeof failure === 'object') return failureResponse(failure, version)
    const response = await answer(asked, server)
    return failure === 'answer-lost' ? HttpResponse.error() : response
  }

  const pattern = basePath.startsWith('/') ? `*${basePath}/*` : `${basePath}/*`
  const handler = http.all(pattern, async ({ request }) => {
    const asked = await readRequest(request, basePath)
    if (!asked) return undefined
    requests.push(asked.request)
    const trouble = meet(asked.request.endpoint)
    const response = await respond(asked, trouble.failure)
    if (trouble.delay) await delay(trouble.delay)
    return response
  })

  return {
    handlers: [handler],
    requests,
    ...troubles,
    get session() {
      return sessions.current
    },
    set session(next) {
      checkSession(next)
      sessions.put(next)
    },
    signOutElsewhere() {
      sessions.put(null)
    },
    reset() {
      sessions.put(session)
      cookies.clear()
      troubles.recover()
      requests.length = 0
    },
  }
}
