import type { Reply } from '../wire/request'

/** What the server says by the URL that it wants the browser to go to next. */
export interface RedirectReply {
  status: number
  ok: boolean
  /** `null` when the answer names none. */
  url: string | null
  /** Auth.js's name for what went wrong, such as `CredentialsSignin`. */
  error: string | null
  /**
   * The answer is the caller's own URL, and that has an error in its query: the one it had before, or the same one
   * again. Who is signed in says which.
   */
  doubt: string | null
  /** What the app's own `CredentialsSignin` adds to it (v5). */
  code: string | null
  isCsrfRejection: boolean
  /** The whole answer. */
  body: object
}

/** @param target Where the caller wants to go. Its query is not the server's. */
export function readRedirectReply({ status, ok, body }: Reply, target: string, base: string): RedirectReply {
  const answer = Object(body) as { url?: unknown }
  const url = typeof answer.url === 'string' ? answer.url : null
  const found = url === null ? new URLSearchParams() : queryOf(url)
  const isTarget = ok && url !== null && isSamePlace(url, target, base)
  const query = isTarget ? new URLSearchParams() : found
  const error = query.get('error')
  return {
    status,
    ok,
    url,
    error,
    doubt: isTarget ? found.get('error') : null,
    code: (isTarget ? found : query).get('code'),
    // v5 names it as an error, v4 marks the page that it sends to.
    isCsrfRejection: error === 'MissingCSRF' || query.get('csrf') === 'true',
    body: answer,
  }
}

function isSamePlace(url: string, target: string, base: string): boolean {
  try {
    return new URL(url, base).href === new URL(target, base).href
  } catch {
    return url === target
  }
}

/** The query of a URL that may be relative, or none at all. */
function queryOf(url: string): URLSearchParams {
  const [beforeHash = ''] = url.split('#')
  return new URLSearchParams(beforeHash.split('?')[1] ?? '')
}
