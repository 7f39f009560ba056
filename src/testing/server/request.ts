import type { PlainRequest } from './plain'

/** What the endpoints are for. */
export type AuthEndpoint = 'session' | 'update' | 'csrf' | 'providers' | 'signIn' | 'signOut'

/** A request that came to the server. */
export interface AuthRequest {
  /** `'other'`: a page, the callback of a provider, or what Auth.js does not know. */
  endpoint: AuthEndpoint | 'other'
  method: string
  /** Below the base path, with the query: `/signin/github?login=ann`. */
  path: string
  headers: Record<string, string>
  /** The fields of a form, or what the JSON says; `undefined` without a body. */
  body: unknown
}

/** The same as the servers look at it. */
export interface Asked {
  request: AuthRequest
  /** The path below the base path, in parts. */
  parts: string[]
  query: Record<string, string>
  /** The fields of the body, whichever form it has. Empty where it has none. */
  fields: Record<string, unknown>
  /** The body is no JSON although it says so. It may be empty. */
  isUnreadable: boolean
  origin: string
  /** The address of the endpoints. */
  base: string
}

/**
 * The address of the endpoints for somebody who asks that URL, or `null` when it is for another server.
 *
 * @throws TypeError for what is no absolute URL.
 */
export function baseFor(url: string, basePath: string): URL | null {
  const { origin, pathname } = new URL(url)
  const base = new URL(basePath, origin)
  return base.origin === origin && pathname.startsWith(`${base.pathname}/`) ? base : null
}

/** Reads a request to the endpoints that are there. */
export function readRequest(sent: PlainRequest, base: URL): Asked {
  const { origin, pathname, search, searchParams } = new URL(sent.url)
  const method = sent.method.toUpperCase()
  const path = pathname.slice(base.pathname.length)
  const parts = path.split('/').filter(Boolean)
  const named = Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value])
  const headers: Record<string, string> = Object.fromEntries(named)
  const { body, isUnreadable } = readBody(method === 'POST' ? sent.body : undefined, headers['content-type'])
  return {
    request: {
      endpoint: endpoints[`${method} ${parts[0]}`] ?? 'other',
      method,
      path: path + search,
      headers,
      body,
    },
    parts,
    query: Object.fromEntries(searchParams),
    fields: Object(body) as Record<string, unknown>,
    isUnreadable,
    origin,
    base: base.href,
  }
}

const endpoints: Record<string, AuthEndpoint> = {
  'GET session': 'session',
  'POST session': 'update',
  'GET csrf': 'csrf',
  'GET providers': 'providers',
  'POST signin': 'signIn',
  'POST callback': 'signIn',
  'POST signout': 'signOut',
}

function readBody(text: string | undefined, contentType = ''): { body: unknown; isUnreadable: boolean } {
  if (contentType.includes('application/x-www-form-urlencoded')) {
    return { body: Object.fromEntries(new URLSearchParams(text)), isUnreadable: false }
  }
  const isJson = text !== undefined && contentType.includes('application/json')
  try {
    return { body: isJson ? JSON.parse(text) : text || undefined, isUnreadable: false }
  } catch {
    return { body: text || undefined, isUnreadable: true }
  }
}
