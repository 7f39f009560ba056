import type { Session, SessionClient } from 'sessionchart'
import type { Tab } from '../world/tab'
import type { Browser } from './browser'

/**
 * Another tab of the same browser, with an app that has a client of its own. It is opened when it has something to do
 * and closed afterwards. Where the server holds its request, it waits for that, and this tab for it.
 */
export interface TestOtherTab {
  /** @throws SessionOptionError for what no server would send. */
  signIn(session: Session): Promise<void>
  signOut(): Promise<void>
  /**
   * Updates the session of who is signed in.
   *
   * @throws SessionOptionError for what no server would send.
   */
  update(session: Session): Promise<void>
  /** Asks the server who is signed in. */
  refetch(): Promise<void>
}

/** The same with what it does taken apart. */
export interface OtherTab extends TestOtherTab {
  /** It is in the middle of something. */
  isOpen(): boolean
  /** Begins something, and comes as far as it comes at once. */
  begin(what: 'sign-in' | 'sign-out' | 'read', session: Session): Promise<void>
  /** What has begun gets its answers, or does not. */
  finish(how: 'answered' | 'failed'): Promise<void>
}

// Longer than the tabs need to agree, and shorter than anybody waits for an answer.
const AT_ONCE_MS = 1_000
// More than a sign-in sends.
const MOST_REQUESTS = 8

const signIn = (client: SessionClient) => client.signIn('credentials', { redirect: false })
const signOut = (client: SessionClient) => client.signOut({ redirect: false })
const refetch = (client: SessionClient) => client.refetch()

export function createOtherTab(browser: Browser): OtherTab {
  const { network, server } = browser
  let tab: Tab | null = null

  async function begin(run: (client: SessionClient) => Promise<unknown>): Promise<Promise<unknown>[]> {
    // It has been there for a while: it knows who is signed in, and does not ask.
    const mine = tab ?? browser.open({ session: network.session, logger: { error() {} } })
    tab = mine
    await browser.go(() => mine.client.start())
    const call = run(mine.client)
    call.then(close, close)
    await browser.go(() => {})
    // In an array, or it would be waited for.
    return [call]
  }
  function close() {
    if (tab) browser.close(tab)
    tab = null
  }
  async function act(run: (client: SessionClient) => Promise<unknown>): Promise<void> {
    const [call] = await begin(run)
    await browser.passUntil(call as Promise<unknown>, AT_ONCE_MS)
  }
  const accept = (session: Session) => {
    // Said now, and not when the server is asked.
    network.accepts = server.createVisitor(session).signedIn && session
  }

  return {
    isOpen: () => tab !== null,
    async begin(what, session) {
      if (what === 'sign-in') accept(session)
      await begin({ 'sign-in': signIn, 'sign-out': signOut, read: refetch }[what])
    },
    async finish(how) {
      if (how === 'failed') server.fail('all', 'network')
      for (let count = 0; count < MOST_REQUESTS && tab; count += 1) {
        const { id } = tab
        await browser.go(() => network.answer(id))
      }
      network.accepts = null
      server.recover()
    },
    async signIn(session) {
      accept(session)
      await act(signIn)
    },
    signOut: () => act(signOut),
    async update(session) {
      accept(session)
      await act((client) => client.update({}))
    },
    refetch: () => act(refetch),
  }
}
