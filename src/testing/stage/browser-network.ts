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
  /** As on the server: `/api/auth/session`. */
  path: string
  headers: Record<string, string>
  /** As it was sent; empty where there is none. */
  body: string
}

/** The way from the tabs of one browser to the server, and the cookies that they share. */
export interface BrowserNetwork extends Network {
  readonly requests: TestRequest[]
  isOnline: boolean
  /** Who is signed in, as the cookie says. */
  session: Session | null
  /** Whoever signs in or updates next has this session then, whatever the server thinks of it. */
  accepts: Session | null
  /** Requests wait before the server from now on. */
  hold(): void
  /** Those that wait are answered: of one tab, or of all. */
  answer(tab?: string): void
  /** So are those that come. */
  release(): void
  hasWaiting(): boolean
}

export function createBrowserNetwork(
  world: World,
  server: AuthServer,
  session: Session | null,
): BrowserNetwork {
  let cookies = server.createVisitor(session)
  let isHolding = false
  const waiting = new Map<() => void, string>()

  const network: BrowserNetwork = {
    requests: [],
    isOnline: true,
    accepts: null,
    get session() {
      return cookies.signedIn?.session ?? null
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
    hasWaiting: () => waiting.size > 0,
    send: (tab, url, init, deliver) =>
      new Promise((resolve, reject) => {
        const asked = plain(url, init)
        const { method, headers, body } = asked
        const path = new URL(asked.url).pathname
        network.requests.push({ tab, at: world.now(), method, path, headers, body })
        let isOver = false
        const arrive = async () => {
          if (isOver) return
          // The cookies as they are sent. What an answer sets is kept when it arrives, also when it comes late.
          const sent = copyOf(cookies)
          const answer = await answerTo(asked, sent)
          if (answer.delay === 'infinite') return
          const travel = () => world.soon('server', () => end(answer, sent))
          if (answer.delay > 0) world.after(answer.delay, travel)
          else travel()
        }
        const end = (answer: PlainAnswer, sent: Visitor) => {
          if (isOver) return
          isOver = true
          if (answer.type === 'lost') return deliver(() => reject(new TypeError('fetch failed')))
          Object.assign(
            cookies,
            answer.cookies,
            isRead(asked) && sent.signedIn && { signedIn: sent.signedIn },
          )
          deliver(() => resolve(responseOf(answer)))
        }
        init.signal?.addEventListener('abort', () => {
          isOver = true
          waiting.delete(arrive)
          reject(init.signal?.reason)
        })
        world.soon('server', () => {
          if (!network.isOnline) return end({ type: 'lost', delay: 0 }, cookies)
          if (isHolding) waiting.set(arrive, tab)
          else arrive()
        })
      }),
  }

  async function answerTo(asked: PlainRequest, sent: Visitor): Promise<PlainAnswer> {
    const { accepts } = network
    const answer = await server.answer(asked, sent)
    if (!answer) throw new TypeError(`sessionchart: the server of the test does not answer ${asked.url}.`)
    if (!accepts || !isChange(asked) || answer.type === 'lost') return answer
    network.accepts = null
    const { signedIn } = server.createVisitor(accepts)
    const body = JSON.stringify(asked.url.endsWith('/session') ? accepts : { url: `${SITE}/` })
    return { ...answer, status: 200, body, cookies: { ...answer.cookies, signedIn } }
  }
  return network
}

const isRead = ({ method, url }: PlainRequest) => method === 'GET' && url.endsWith('/session')
const isChange = ({ method, url }: PlainRequest) =>
  method === 'POST' && /\/(session|callback\/credentials)(\?|$)/.test(url)

/** Not `structuredClone`, which Jest's page lacks. */
const copyOf = (cookies: Visitor): Visitor => ({ ...cookies })

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
