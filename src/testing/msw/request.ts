/** What the endpoints are for. */
export type AuthEndpoint = 'session' | 'update' | 'csrf' | 'providers' | 'signIn' | 'signOut'

/** A request that came to the handlers. */
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

/** Reads a request, or gives `null` when it is for another server. */
export async function readRequest(sent: Request, basePath: string): Promise<Asked | null> {
  const { origin, pathname, search, searchParams } = new URL(sent.url)
  const base = new URL(basePath, origin)
  // The pattern of the handler lets a longer path pass, and no other origin.
  if (!pathname.startsWith(`${base.pathname}/`)) return null

  const path = pathname.slice(base.pathname.length)
  const parts = path.split('/').filter(Boolean)
  const { body, isUnreadable } = await readBody(sent)
  return {
    request: {
      endpoint: endpoints[`${sent.method} ${parts[0]}`] ?? 'other',
      method: sent.method,
      path: path + search,
      headers: Object.fromEntries(sent.headers),
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

async function readBody(sent: Request): Promise<{ body: unknown; isUnreadable: boolean }> {
  const contentType = sent.headers.get('content-type') ?? ''
  const text = sent.method === 'POST' ? await sent.text() : ''
  if (contentType.includes('application/x-www-form-urlencoded')) {
    return { body: Object.fromEntries(new URLSearchParams(text)), isUnreadable: false }
  }
  const isJson = sent.method === 'POST' && contentType.includes('application/json')
  try {
    return { body: isJson ? JSON.parse(text) : text || undefined, isUnreadable: false }
  } catch {
    return { body: text || undefined, isUnreadable: true }
  }
}
