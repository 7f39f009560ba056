import {
  apiBaseOf,
  DEFAULT_TIMEOUT_SECONDS,
  type SessionClientOptions,
  SessionError,
  toSessionError,
  type UrlOptions,
} from 'sessionchart/client'
import type { ClockBounds, SessionErrorCode } from 'sessionchart/machines/session'
import type { Environment } from '../environment'
import { Follower } from '../follower'
import { timesIn } from './times'

/** What every request to the Auth.js endpoints needs to know. Read anew for each. */
export interface Wire extends UrlOptions {
  environment: Environment
  fetch?: typeof fetch | undefined
  headers?: SessionClientOptions['headers']
  credentials?: RequestCredentials | undefined
  /** In seconds. */
  requestTimeout?: number | undefined
}

export interface AuthRequest {
  /** Below the base path, such as `/session`. */
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string | URLSearchParams
  /** The cookie of the request that a server is answering. */
  cookie?: string | undefined
  signal?: AbortSignal | undefined
}

/** An answer as it came. `body` is the parsed JSON, `undefined` when there was nothing to parse. */
export interface Reply {
  url: string
  ok: boolean
  status: number
  body: unknown
  /** What the answer says about the server's clock. */
  clock?: ClockBounds | undefined
  retryAfterMs?: number | undefined
}

/** An answer that is not what was asked for. */
export function unexpected(
  code: SessionErrorCode,
  what: string,
  { url, status, retryAfterMs }: Reply,
): SessionError {
  return new SessionError({ code, message: `${url} ${what}.`, url, status, retryAfterMs })
}

/** The body of an answer that was successful. */
export function bodyOf(reply: Reply): unknown {
  if (!reply.ok) throw unexpected('http', `answered ${reply.status}`, reply)
  return reply.body
}

/**
 * Asks the server. Any answer is returned, whatever its status.
 *
 * @throws SessionError `network` when there is no answer, `timeout` when it takes too long, `parse` when a
 * successful answer is not JSON.
 */
export async function request(wire: Wire, asked: AuthRequest): Promise<Reply> {
  const { path, method, headers = { 'Content-Type': 'application/json' }, body, cookie, signal } = asked
  const url = apiBaseOf(wire, wire.environment) + path
  const given = typeof wire.headers === 'function' ? wire.headers() : wire.headers
  const own = given && Symbol.iterator in given ? Object.fromEntries(given) : given
  const init: RequestInit = {
    ...(method && { method }),
    // Chromium lets a request to the same address wait for that of another tab, up to 20 s, if it may be cached.
    ...(!method && !wire.environment.isServer() && { cache: 'no-store' }),
    headers: { ...withoutThose(headers, own), ...(cookie !== undefined && { cookie }), ...own },
    ...(body !== undefined && { body }),
    ...(wire.credentials && { credentials: wire.credentials }),
  }
  return withTimeLimit(wire, url, signal, async (abort) => {
    const sentAt = wire.environment.now()
    const response = await send(wire, url, init, abort)
    // A stand-in for `fetch` in somebody's tests may have no more than `ok` and `json`.
    const { ok, status = ok ? 200 : 0 } = response
    const times = timesIn(response.headers, sentAt, wire.environment.now())
    return readBody(response, { url, ok, status, body: undefined, ...times })
  })
}

/** Of `Headers` the names are in small letters: the same name would be there twice. */
function withoutThose(headers: Record<string, string>, own: object = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !(name.toLowerCase() in own)))
}

/** Some `fetch` refuses the signal of another maker before it sends, as that of Node's the one of jsdom. */
async function send(wire: Wire, url: string, init: RequestInit, signal: AbortSignal): Promise<Response> {
  const fetch = wire.fetch ?? wire.environment.fetch
  try {
    return await fetch(url, { ...init, signal })
  } catch (thrown) {
    if (signal.aborted || !/Expected signal.* AbortSignal/.test(String(thrown))) throw thrown
    return fetch(url, init)
  }
}

async function readBody(response: Response, reply: Reply): Promise<Reply> {
  try {
    if (typeof response.text !== 'function') return { ...reply, body: await response.json?.() }
    const text = await response.text()
    if (reply.ok && /^\s*</.test(text)) throw unexpected('parse', 'answered with HTML', reply)
    return text === '' ? reply : { ...reply, body: JSON.parse(text) }
  } catch (thrown) {
    if (!(thrown instanceof SyntaxError)) throw thrown
    if (reply.ok) throw unexpected('parse', 'answered with something that is not JSON', reply)
    return reply
  }
}

/** Runs a request that ends, if nothing else does it, by the time limit or the given signal. */
async function withTimeLimit<T>(
  { environment, requestTimeout }: Wire,
  url: string,
  parent: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new Follower(parent)
  const { signal } = own
  const seconds = requestTimeout ?? DEFAULT_TIMEOUT_SECONDS
  const message = `${url} did not answer within ${seconds} s.`
  const disarm = environment.after(seconds * 1_000, () =>
    own.abort(new SessionError({ code: 'timeout', message, url })),
  )
  try {
    // Not left to `fetch` alone: one that ignores its signal must not keep anybody waiting.
    return await Promise.race([run(signal), whenAborted(signal)])
  } catch (thrown) {
    throw toSessionError(signal.aborted ? signal.reason : thrown, url)
  } finally {
    disarm()
    own.leave()
  }
}

/** Rejects when the signal aborts, and never resolves. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = () => reject(signal.reason)
    if (signal.aborted) give()
    signal.addEventListener('abort', give)
  })
}
