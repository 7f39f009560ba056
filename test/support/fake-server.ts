import { vi } from 'vitest'
import { answersOf } from './auth-answers'
import type { TestSession } from './people'
import type { Reply } from './replies'
import { settle } from './time'

// An answer takes long enough for React to render what was there before it.
const LATENCY_TURNS = 3

/** A request as the server saw it. */
export interface SeenRequest {
  /** Method and path below the base path: `GET /session`. */
  route: string
  url: string
  init: RequestInit
  headers: Headers
  /** The fields of a form or of a JSON body. */
  fields: Record<string, unknown>
  isAnswered: boolean
  /** The client has given it up. */
  isAborted: boolean
}

/** A request that waits for its answer. */
interface HeldRequest {
  /** `undefined` until the request has come. */
  readonly request: SeenRequest | undefined
  answer(reply: Reply): void
}

interface ServerOptions {
  /** Who is signed in. */
  session?: TestSession | null
  base?: string
  /** Whose words the server speaks: what it says for "nobody" and for a rejected token. */
  version?: 'v4' | 'v5'
}

/** An Auth.js server of our own making: everything that it answers can be changed, and everything is counted. */
export interface FakeServer {
  base: string
  version: 'v4' | 'v5'
  session: TestSession | null
  /** How many posts it is still going to reject for their csrf token. */
  csrfRejections: number
  csrfTokens: string[]
  requests: SeenRequest[]
  count(route: string): number
  /** All requests by route, in order. */
  routes(): string[]
  /** Those that are neither answered nor given up. */
  open(): SeenRequest[]
  /** Answers a route so from now on; without a reply, as before. */
  answer(route: string, reply?: Reply): void
  /** Answers the next request of a route so. */
  answerOnce(route: string, reply: Reply): void
  /** Lets the next request of a route wait. */
  hold(route: string): HeldRequest
  fetch(url: string, init?: RequestInit): Promise<Response>
}

export function createServer({ session = null, base = '/api/auth', version = 'v5' }: ServerOptions = {}) {
  const fixed = new Map<string, Reply>()
  const next = new Map<string, Reply[]>()
  const server: FakeServer = {
    base,
    version,
    session,
    csrfRejections: 0,
    csrfTokens: [],
    requests: [],
    count: (route) => server.requests.filter((request) => request.route === route).length,
    routes: () => server.requests.map(({ route }) => route),
    open: () => server.requests.filter(({ isAnswered, isAborted }) => !isAnswered && !isAborted),
    answer(route, reply) {
      if (reply) fixed.set(route, reply)
      else fixed.delete(route)
    },
    answerOnce(route, reply) {
      next.set(route, [...(next.get(route) ?? []), reply])
    },
    hold(route) {
      let request: SeenRequest | undefined
      let release: (reply: Reply) => void = () => {}
      const released = new Promise<Reply>((resolve) => {
        release = resolve
      })
      server.answerOnce(route, async (held) => {
        request = held
        return (await released)(held)
      })
      return {
        get request() {
          return request
        },
        answer: (reply) => release(reply),
      }
    },
    fetch(url, init = {}) {
      const request = see(server, url, init)
      server.requests.push(request)
      const reply = next.get(request.route)?.shift() ?? fixed.get(request.route) ?? answersOf(server)
      return untilAborted(
        request,
        settle(LATENCY_TURNS).then(() => reply(request)),
      )
    },
  }
  return server
}

/** Puts servers behind the global `fetch`; which one answers, the base path decides. */
export function connect(...servers: FakeServer[]): void {
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    const server = servers.find(({ base }) => url.startsWith(`${base}/`))
    if (!server) return Promise.reject(new TypeError(`No server for ${url}`))
    return server.fetch(url, init)
  })
}

/** The usual case: one server behind the global `fetch`. */
export function startServer(options?: ServerOptions): FakeServer {
  const server = createServer(options)
  connect(server)
  return server
}

function see(server: FakeServer, url: string, init: RequestInit): SeenRequest {
  const path = url.slice(server.base.length).replace(/\?.*$/s, '')
  return {
    route: `${(init.method ?? 'GET').toUpperCase()} ${path}`,
    url,
    init,
    headers: new Headers(init.headers),
    fields: fieldsOf(init.body),
    isAnswered: false,
    isAborted: false,
  }
}

function fieldsOf(body: RequestInit['body']): Record<string, unknown> {
  if (typeof body === 'string' && body.startsWith('{')) return JSON.parse(body) as Record<string, unknown>
  return Object.fromEntries(new URLSearchParams(String(body ?? '')))
}

function untilAborted(request: SeenRequest, answer: Promise<Response>): Promise<Response> {
  const note = () => {
    request.isAnswered = true
  }
  answer.then(note, note)
  const { signal } = request.init
  if (!signal) return answer
  const aborted = new Promise<never>((_, reject) => {
    const give = () => {
      request.isAborted = true
      reject(signal.reason)
    }
    if (signal.aborted) give()
    else signal.addEventListener('abort', give)
  })
  return Promise.race([answer, aborted])
}
