import type { Session } from 'sessionchart'
import type { AuthServer, PlainAnswer, PlainRequest, Visitor } from 'sessionchart/testing/server'
import { type Network, SITE } from '../world/tab-environment'
import type { World } from '../world/world'

/** A request that a tab has sent. */
export interface TestRequest {
  /** Which tab: `'tab 1'`. */
  tab: string
  /** In epoch milliseconds of the test's clock. */
  at: number
  method: string
  /** As on the server, with the query: `/api/auth/session`. */
  path: string
  headers: Record<string, string>
  /** As it was sent; empty where there is none. */
  body: string
}

/** The way from the tabs of one browser to the server, and the cookies that they share. */
export interface BrowserNetwork extends Network {
  /** Those of all tabs, in order. */
  readonly requests: TestRequest[]
  requestsOf(tab: string): TestRequest[]
  isOnline: boolean
  /** Who is signed in, as the cookie says. */
  session: Session | null
  /** Who signs in or updates next in a tab, or in any, has this session then, whatever the server thinks of it. */
  accepts: { tab: string | null; session: Session } | null
  /** The tab whose requests are lost. */
  loses: string | null
  /** Requests wait before the server from now on. */
  hold(): void
  /** Those that wait are answered: of one tab, or of all. */
  answer(tab?: string): void
  /** So are those that come. */
  release(): void
  /** Whether requests wait: of one tab, or of any. */
  hasWaiting(tab?: string): boolean
  /** Answers that the server is still making: the app's own callbacks may take their time. */
  readonly making: Set<Promise<unknown>>
}

export function createBrowserNetwork(
  world: World,
  server: AuthServer,
  session: Session | null,
): BrowserNetwork {
  let cookies = server.createVisitor(session)
  let isHolding = false
  const waiting = new Map<() => void, string>()
  const byTab = new Map<string, TestRequest[]>()

  const network: BrowserNetwork = {
    requests: [],
    isOnline: true,
    accepts: null,
    loses: null,
    making: new Set(),
    requestsOf(tab) {
      const own = byTab.get(tab) ?? []
      byTab.set(tab, own)
      return own
    },
    get session() {
      const { signedIn } = cookies
      return signedIn && signedIn.endsAt > world.now() ? signedIn.session : null
    },
    set session(next) {
      cookies = { ...server.createVisitor(next), callbackUrl: cookies.callbackUrl }
    },
    hold() {
      isHolding = true
    },
    answer(tab) {
      for (const [arrive, asking] of [...waiting]) {
        if (tab !== undefined && tab !== asking) continue
        waiting.delete(arrive)
        arrive()
      }
    },
    release() {
      isHolding = false
      network.answer()
    },
    hasWaiting: (tab) => (tab === undefined ? waiting.size > 0 : [...waiting.values()].includes(tab)),
    send: (tab, url, init, deliver) =>
      new Promise((resolve, reject) => {
        const asked = plain(url, init)
        const { method, headers, body } = asked
        const { pathname, search } = new URL(asked.url)
        const noted = { tab, at: world.now(), method, path: pathname + search, headers, body }
        network.requests.push(noted)
        network.requestsOf(tab).push(noted)
        let isOver = false
        const fail = (error: unknown) => {
          if (isOver) return
          isOver = true
          deliver(() => reject(error))
        }
        // What an answer sets is kept when it arrives, also when it comes late.
        const end = (answer: PlainAnswer) => {
          if (answer.type === 'lost') return fail(new TypeError('fetch failed'))
          if (isOver) return
          isOver = true
          Object.assign(cookies, answer.cookies)
          deliver(() => resolve(responseOf(answer)))
        }
        const arrive = (sent: Visitor) => {
          if (isOver) return
          const making = answerTo(tab, asked, sent).then((answer) => {
            if (answer.delay === 'infinite') return
            const travel = () => world.soon('server', () => end(answer))
            if (answer.delay > 0) world.after(answer.delay, travel)
            else travel()
          }, fail)
          network.making.add(making)
          making.then(() => network.making.delete(making))
        }
        // What waits before the server comes with the cookies of the time when it goes on.
        const goOn = () => arrive({ ...cookies })
        init.signal?.addEventListener('abort', () => {
          isOver = true
          waiting.delete(goOn)
          reject(init.signal?.reason)
        })
        const sent = { ...cookies }
        world.soon('server', () => {
          if (!network.isOnline) return end({ type: 'lost', delay: 0 })
          if (isHolding) waiting.set(goOn, tab)
          else arrive(sent)
        })
      }),
  }

  async function answerTo(tab: string, asked: PlainRequest, sent: Visitor): Promise<PlainAnswer> {
    if (network.loses === tab) return { type: 'lost', delay: 0 }
    const { accepts } = network
    const answer = await server.answer(asked, sent)
    if (!answer) throw new TypeError(`sessionchart: the server of the test does not answer ${asked.url}.`)
    const isMeant = accepts && (accepts.tab === null || accepts.tab === tab)
    if (!isMeant || answer.type === 'lost' || answer.status >= 500) return answer
    if (asked.url.endsWith('/providers')) return { ...answer, body: withCredentials(answer.body) }
    if (!isChange(asked)) return answer
    network.accepts = null
    const { signedIn } = server.createVisitor(accepts.session)
    const body = JSON.stringify(asked.url.endsWith('/session') ? accepts.session : { url: `${SITE}/` })
    return { ...answer, status: 200, body, cookies: { ...answer.cookies, signedIn } }
  }
  return network
}

const isChange = ({ method, url }: PlainRequest) =>
  method === 'POST' && /\/(session|callback\/credentials)(\?|$)/.test(url)

/** The ways to sign in, with the one that whoever is accepted takes. */
const withCredentials = (providers: string | null) => {
  const credentials = { id: 'credentials', name: 'Credentials', type: 'credentials' }
  return JSON.stringify({ credentials, ...JSON.parse(providers ?? '{}') })
}

const plain = (url: string, { method = 'GET', headers, body }: RequestInit): PlainRequest => ({
  method: method.toUpperCase(),
  url: new URL(url, SITE).href,
  headers: { ...(headers as Record<string, string>) },
  body: String(body ?? ''),
})

/** Not a `Response`: Jest's page has none. */
function responseOf({ status, headers, body }: Extract<PlainAnswer, { type: 'reply' }>): Response {
  return {
    ok: status < 300,
    status,
    headers: { get: (name: string) => headers[name.toLowerCase()] ?? null },
    text: async () => body ?? '',
    json: async () => JSON.parse(body ?? ''),
  } as unknown as Response
}
