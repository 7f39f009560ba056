import type { Reply } from '../wire/request'

/** What the server says by the URL that it wants the browser to go to next. */
export interface RedirectReply {
  status: number
  ok: boolean
  /** `null` when the answer names none. */
  url: string | null
  /** Auth.js's name for what went wrong, such as `CredentialsSignin`. */
  error: string | null
  /** What the app's own `CredentialsSignin` adds to it (v5). */
  code: string | null
  isCsrfRejection: boolean
  /** The whole answer. */
  body: object
}

export function readRedirectReply({ status, ok, body }: Reply): RedirectReply {
  const answer = Object(body) as { url?: unknown }
  const { url } = answer
  const query = typeof url === 'string' ? queryOf(url) : new URLSearchParams()
  const error = query.get('error')
  return {
    status,
    ok,
    url: typeof url === 'string' ? url : null,
    error,
    code: query.get('code'),
    // v5 names it as an error, v4 marks the page that it sends to.
    isCsrfRejection: error === 'MissingCSRF' || query.get('csrf') === 'true',
    body: answer,
  }
}

/** The query of a URL that may be relative, or none at all. */
function queryOf(url: string): URLSearchParams {
  const [beforeHash = ''] = url.split('#')
  return new URLSearchParams(beforeHash.split('?')[1] ?? '')
}
