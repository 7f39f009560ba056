import type { SeenRequest } from './fake-server'

/** How the server answers one request. */
export type Reply = (request: SeenRequest) => Response | Promise<Response>

export const json =
  (body: unknown, status = 200): Reply =>
  () =>
    Response.json(body, { status })

export const html =
  (status = 200): Reply =>
  () =>
    new Response('<!doctype html><h1>Something went wrong</h1>', {
      status,
      headers: { 'Content-Type': 'text/html' },
    })

export const text =
  (body: string, status = 200): Reply =>
  () =>
    new Response(body, { status, headers: { 'Content-Type': 'application/json' } })

/** No byte at all. */
export const empty =
  (status = 200): Reply =>
  () =>
    new Response(null, { status })

/** What `fetch` does when there is no network. */
export const networkError: Reply = () => Promise.reject(new TypeError('Failed to fetch'))

/** Never answers; ends only when the request is aborted. */
export const silence: Reply = () => new Promise<never>(() => {})

interface Outage {
  what: string
  reply: Reply
  /** How long until the request counts as failed. */
  lastsMs: number
  code: 'network' | 'http' | 'parse' | 'timeout'
  status?: number
}

/** The ways in which a server that holds a session can fail to say so. */
export const outages: Outage[] = [
  { what: 'a network error', reply: networkError, lastsMs: 0, code: 'network' },
  { what: 'a 500', reply: json({ message: 'Internal' }, 500), lastsMs: 0, code: 'http', status: 500 },
  { what: 'a 503 HTML page', reply: html(503), lastsMs: 0, code: 'http', status: 503 },
  { what: 'invalid JSON', reply: text('{"user":'), lastsMs: 0, code: 'parse', status: 200 },
  { what: 'a timeout', reply: silence, lastsMs: 15_000, code: 'timeout' },
]
