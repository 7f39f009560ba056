import type { Session } from 'sessionchart'
import type { AuthEndpoint, AuthServer } from 'sessionchart/testing/server'
import type { Browser } from './browser'
import { type Duration, millisecondsOf } from './duration'

/** The Auth.js server of the test. */
export interface TestServer extends Pick<AuthServer, 'fail' | 'recover'> {
  /**
   * Lets every answer of an endpoint travel for some time of the test; `'infinite'` never arrives.
   *
   * @throws SessionOptionError for an endpoint or a duration that makes no sense.
   */
  delay(endpoint: AuthEndpoint | 'all', duration: Duration | 'infinite'): void
  /**
   * Ends the session, as a sign-out on another device does. Unlike `session = null` it leaves TypeScript in doubt
   * whether somebody signs in again.
   */
  signOutElsewhere(): void
  /**
   * Who is signed in. Setting it is a sign-in, sign-out or change elsewhere, as on another device: the page hears of it
   * when it asks the next time.
   *
   * @throws SessionOptionError when set to what no server would send.
   */
  session: Session | null
  /** Requests wait before the server from now on. */
  hold(): void
  /** Answers the requests that wait, and holds none any more. */
  release(): Promise<void>
  /**
   * Says who is signed in, and answers the requests that wait: `session = …` and `release()` in one. A sign-in or an
   * update that waits is accepted, and this is the session that it makes.
   *
   * @throws SessionOptionError for what no server would send.
   */
  respond(session: Session | null): Promise<void>
}

export function createTestServer({ network, server, go }: Browser): TestServer {
  const { fail, recover } = server
  return {
    fail,
    recover,
    delay: (endpoint, duration) =>
      server.delay(endpoint, duration === 'infinite' ? duration : millisecondsOf(duration, 'delay')),
    signOutElsewhere() {
      network.session = null
    },
    get session() {
      return network.session
    },
    set session(session) {
      network.session = session
    },
    hold: network.hold,
    release: () => go(network.release),
    async respond(session) {
      network.session = session
      if (session) network.accepts = { tab: null, session }
      await go(network.release)
      network.accepts = null
    },
  }
}
