import type { Session, SessionClient, SessionClientOptions } from 'sessionchart'
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
  finish(how: 'answered' | 'lost'): Promise<void>
}

// Far longer than it takes, unless answers are delayed.
const LIMIT_MS = 600_000

type Call = (client: SessionClient) => Promise<unknown>

const signIn: Call = (client) => client.signIn('credentials', { redirect: false })
const signOut: Call = (client) => client.signOut({ redirect: false })
const refetch: Call = (client) => client.refetch()

/** @param options Those of the app. What it watches its own session with is not for this one. */
export function createOtherTab(
  browser: Browser,
  { onSessionChange, onError, inspect, ...options }: SessionClientOptions,
): OtherTab {
  const { network, server } = browser
  let tab: Tab | null = null
  let open = 0

  async function begin(run: Call, accepted?: Session): Promise<{ isOver(): boolean }> {
    // Looked at now, and not when the server is asked.
    if (accepted) server.createVisitor(accepted)
    // It has been there for a while: it knows who is signed in, and does not ask.
    const mine = tab ?? browser.open({ ...options, session: network.session, logger: { error() {} } })
    tab = mine
    open += 1
    if (accepted) network.accepts = { tab: mine.id, session: accepted }
    let isOver = false
    await browser.go(() => {
      mine.client.start()
      const end = () => {
        isOver = true
        close(mine)
      }
      run(mine.client).then(end, end)
    })
    return { isOver: () => isOver }
  }
  function close(mine: Tab) {
    open -= 1
    if (network.accepts?.tab === mine.id) network.accepts = null
    if (open > 0) return
    mine.client.stop()
    browser.drop(mine)
    tab = null
  }
  async function act(run: Call, accepted?: Session): Promise<void> {
    const call = await begin(run, accepted)
    const goesOn = () => !call.isOver() && !network.hasWaiting(tab?.id)
    if (goesOn()) await browser.passWhile(goesOn, LIMIT_MS)
  }

  return {
    isOpen: () => tab !== null,
    async begin(what, session) {
      if (what === 'sign-in') await begin(signIn, session)
      else await begin({ 'sign-out': signOut, read: refetch }[what])
    },
    async finish(how) {
      if (tab) await browser.answerWhile(() => tab !== null, tab, how)
    },
    signIn: (session) => act(signIn, session),
    signOut: () => act(signOut),
    update: (session) => act((client) => client.update({}), session),
    refetch: () => act(refetch),
  }
}
