import type { Environment } from '../environment'
import { SessionError, toSessionError } from '../session-error'
import { apiBaseOf, type UrlOptions } from './urls'

/** What every request to the Auth.js endpoints needs to know. Read anew for each. */
export interface Wire extends UrlOptions {
  environment: Environment
  fetch?: typeof fetch | undefined
  headers?: Record<string, string> | (() => Record<string, string>) | undefined
  credentials?: RequestCredentials | undefined
  requestTimeoutMs: number
}

export interface AuthRequest {
  /** Below the base path, such as `/session`. */
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string | URLSearchParams
  signal?: AbortSignal
}

/** An answer as it came. `body` is the parsed JSON, `undefined` when there was nothing to parse. */
export interface Reply {
  url: string
  ok: boolean
  status: number
  body: unknown
}

export const JSON_HEADERS = { 'Content-Type': 'application/json' }
export const FORM_HEADERS = { 'Content-Type': 'application/x-www-form-urlencoded' }

/**
 * Asks the server. Any answer is returned, whatever its status.
 *
 * @throws SessionError `network` when there is no answer, `timeout` when it takes too long, `parse` when a
 * successful answer is not JSON.
 */
export async function request(
  wire: Wire,
  { path, method, headers, body, signal }: AuthRequest,
): Promise<Reply> {
  const url = apiBaseOf(wire, wire.environment) + path
  const own = typeof wire.headers === 'function' ? wire.headers() : wire.headers
  const init: RequestInit = {
    ...(method && { method }),
    headers: { ...(headers ?? JSON_HEADERS), ...own },
    ...(body !== undefined && { body }),
    ...(wire.credentials && { credentials: wire.credentials }),
  }
  return withTimeLimit(wire, url, signal, async (abort) => {
    const send = wire.fetch ?? wire.environment.fetch
    const response = await send(url, { ...init, signal: abort })
    // A stand-in for `fetch` in somebody's tests may have no more than `ok` and `json`.
    const { ok, status = ok ? 200 : 0 } = response
    return { url, ok, status, body: await readBody(response, url) }
  })
}

async function readBody(response: Response, url: string): Promise<unknown> {
  try {
    if (typeof response.text !== 'function') return await response.json()
    const text = await response.text()
    return text === '' ? undefined : JSON.parse(text)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    if (!response.ok) return undefined
    const message = `${url} answered with something that is not JSON.`
    throw new SessionError({ code: 'parse', message, url, status: response.status }, { cause })
  }
}

/** Runs a request that ends, if nothing else does it, by the time limit or the given signal. */
async function withTimeLimit<T>(
  { environment, requestTimeoutMs }: Wire,
  url: string,
  signal: AbortSignal | undefined,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const abort = () => controller.abort(signal?.reason)
  signal?.addEventListener('abort', abort)
  if (signal?.aborted) abort()
  const seconds = requestTimeoutMs / 1_000
  const disarm = environment.after(requestTimeoutMs, () =>
    controller.abort(
      new SessionError({ code: 'timeout', message: `${url} did not answer within ${seconds} s.`, url }),
    ),
  )
  try {
    // Not left to `fetch` alone: one that ignores its signal must not keep anybody waiting.
    return await Promise.race([run(controller.signal), aborted(controller.signal)])
  } catch (thrown) {
    const reason = controller.signal.aborted ? controller.signal.reason : thrown
    throw toSessionError(reason, url)
  } finally {
    disarm()
    signal?.removeEventListener('abort', abort)
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    if (signal.aborted) reject(signal.reason)
  })
}

/** The error of an answer that says nothing but its status. */
export function httpError({ url, status }: Reply): SessionError {
  return new SessionError({ code: 'http', message: `${url} answered ${status}.`, url, status })
}
