import type { Session } from 'sessionchart'
import type { PlainAnswer, PlainRequest } from './plain'
import type { AuthEndpoint, AuthRequest } from './request'
import type { AuthFailure } from './troubles'
import type { Visitor } from './visitor'

/** An Auth.js server in memory, with one browser that visits it, and others where they are asked for. */
export interface AuthServer {
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
  /**
   * Answers a request, for what has the platform's `Request`: `page.route` of Playwright, service workers, Miniflare.
   * Waits as long as the answer should travel. Gives `Response.error()` where the network should fail, and `undefined`
   * for a request to another server, of which it has read nothing.
   */
  fetch(request: Request): Promise<Response | undefined>
  /**
   * The same as plain data and without waiting, for platforms that have no `Request` and for clocks that are not real.
   *
   * @param visitor Whose cookies were sent. It changes at once: to have it change when the answer arrives, give a copy,
   * and lay the answer's `cookies` over the visitor then. Default: the one whose session is `session`.
   * @throws TypeError for what is no absolute URL, as a rejection.
   */
  answer(asked: PlainRequest, visitor?: Visitor): Promise<PlainAnswer | undefined>
  /**
   * Another browser, which has that session or none.
   *
   * @throws SessionOptionError for what no server would send.
   */
  createVisitor(session?: Session | null): Visitor
}
