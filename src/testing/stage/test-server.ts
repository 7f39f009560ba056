import type { Session } from 'sessionchart'
import type { AuthServer } from 'sessionchart/testing/server'
import type { Browser } from './browser'

/** The Auth.js server of the test. */
export interface TestServer extends Pick<AuthServer, 'delay' | 'fail' | 'recover'> {
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
   * Says who is signed in, and answers the requests that wait: `session = …` and `release()` in one.
   *
   * @throws SessionOptionError for what no server would send.
   */
  respond(session: Session | null): Promise<void>
}

export function createTestServer({ network, server, go }: Browser): TestServer {
  const { delay, fail, recover } = server
  return {
    delay,
    fail,
    recover,
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
      await go(network.release)
    },
  }
}
