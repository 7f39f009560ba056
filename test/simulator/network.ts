import type { Network as TabNetwork } from '../../src/testing/world/tab-environment'
import type { World } from '../../src/testing/world/world'
import {
  type Answer,
  type AskedServer,
  answer,
  type Lifetime,
  MONTH,
  sameToken,
  type sessionOf,
  type Token,
} from './server'

/** What becomes of a request. Its answer arrives at the browser, and is heard by the tab: later, when that is stopped. */
export interface RequestNews {
  tab: string
  is: 'sent' | 'taken back' | 'lost on the way there' | 'lost on the way back' | 'arrived' | 'heard'
  asked: AskedServer
  answer?: Answer | undefined
}

type Weather = 'good' | 'slow' | 'broken' | 'down'

/** The way to the server, with the cookie that the tabs share. */
export interface Network extends TabNetwork {
  /** The cookie, while it lasts. */
  cookie(): Token | null
  /** When the session ends that was kept last, or has ended, in epoch milliseconds. */
  endsAt(): number
  /** The session as the server knows it that renders a page. */
  render(): ReturnType<typeof sessionOf>
  weather: Weather
  /** Requests that have not been answered. */
  open: Set<OpenRequest>
  /** What must not happen and has. */
  faults: string[]
  /** How many requests were sent. */
  sent: number
  /** Requests that the server has seen, by method and path. */
  seen: string[]
  /** How often it was asked who is signed in. */
  reads(): number
  /** The turn of the last write whose answer has arrived. */
  written: number
  /** The turn of the last sign-out whose answer has arrived. */
  signedOut: number
  /** The turn in which the server last said that nobody was signed in. */
  nobody: number
}

interface OpenRequest {
  tab: string
}

const WAY_MS = { good: 60, slow: 4_000, broken: 60, down: 60 }
/** What part of the requests is lost. */
const LOSS = { good: 0, slow: 0, broken: 0.8, down: 1 }

interface NetworkOptions {
  tell?: ((news: RequestNews) => void) | undefined
  lifetime?: Lifetime | undefined
}

/**
 * Answers may overtake each other, and be lost. As in a browser, the cookie of an answer is kept when it arrives, also
 * while the tab that has asked is stopped, but not when it has taken the request back or is gone.
 */
export function createNetwork(
  world: World,
  { tell = () => {}, lifetime = MONTH }: NetworkOptions = {},
): Network {
  let cookie: Token | null = null
  /** Until when the browser keeps it. */
  let until = 0
  /** It has ended, or the server has deleted it. */
  let isGone = true
  const network: Network = {
    cookie() {
      // What has ended is gone for good, wherever the clock is set to.
      isGone ||= world.now() >= until
      return isGone ? null : cookie
    },
    endsAt: () => until,
    render() {
      const turn = network.seen.push('GET /page')
      const { body } = answer(
        { method: 'GET', path: '/session', body: '', cookie: network.cookie() },
        world.now(),
        turn,
        lifetime,
      )
      const session = body as ReturnType<typeof sessionOf>
      if (!session) network.nobody = turn
      return session
    },
    weather: 'good',
    open: new Set(),
    faults: [],
    sent: 0,
    seen: [],
    reads: () => network.seen.filter((asked) => asked === 'GET /session').length,
    written: 0,
    signedOut: 0,
    nobody: 0,
    send(tab, url, { method = 'GET', body, signal }, deliver) {
      const path = new URL(url, 'https://app.example').pathname.replace('/api/auth', '')
      const asked: AskedServer = {
        method: method.toUpperCase(),
        path,
        body: String(body ?? ''),
        cookie: network.cookie(),
      }
      const request: OpenRequest = { tab }
      const become = (is: RequestNews['is'], given?: Answer) => tell({ tab, is, asked, answer: given })
      network.open.add(request)
      network.sent += 1
      become('sent')
      return new Promise((resolve, reject) => {
        let isOver = false
        const end = () => {
          isOver = true
          network.open.delete(request)
        }
        signal?.addEventListener('abort', () => {
          if (isOver) return
          end()
          become('taken back')
          reject(signal.reason)
        })
        const way = () => world.upTo(WAY_MS[network.weather])
        world.after(way(), () => {
          if (isOver) return
          const isLost = world.random() < LOSS[network.weather]
          // Half of what is lost is lost on the way back, when the server has done what it was asked.
          if (isLost && world.random() < 0.5) return fail(way(), 'lost on the way there')
          const turn = network.seen.push(`${asked.method} ${path}`)
          const answeredAt = world.now()
          const given = answer(asked, answeredAt, turn, lifetime)
          if (given.body === null) network.nobody = turn
          if (given.isOver && sameToken(asked.cookie, cookie)) isGone = true
          if (isLost) return fail(way(), 'lost on the way back', given)
          world.after(way(), () => {
            if (isOver) return
            end()
            become('arrived', given)
            if (given.cookie !== undefined) keep(given.cookie, Boolean(given.isWrite), answeredAt)
            if (given.isWrite) network.written = Math.max(network.written, turn)
            if (given.cookie === null) {
              network.signedOut = turn
              // What was asked with the old cookie meanwhile does not count any more.
              network.nobody = network.seen.length
            }
            deliver(() => {
              become('heard', given)
              resolve(responseOf(given.status, given.body, answeredAt))
            })
          })
        })
        const fail = (delay: number, is: RequestNews['is'], given?: Answer) =>
          world.after(delay, () => {
            if (isOver) return
            end()
            become(is, given)
            deliver(() => reject(new TypeError('fetch failed')))
          })
        const keep = (token: Token | null, isWrite: boolean, answeredAt: number) => {
          if (!isWrite && !sameToken(token, cookie))
            network.faults.push(`a late read of ${tab} puts an old cookie back`)
          cookie = token
          isGone = false
          // A browser counts its life from when it comes.
          until = (token?.endsAt ?? 0) + world.now() - answeredAt
        }
      })
    },
  }
  return network
}

/** As much of a response as is looked at: a real one takes as long as the rest of a walk. */
const responseOf = (status: number, body: unknown, at: number) =>
  ({
    ok: status < 300,
    status,
    headers: { get: (name: string) => (name === 'date' ? new Date(at).toUTCString() : null) },
    text: () => Promise.resolve(JSON.stringify(body)),
  }) as unknown as Response
