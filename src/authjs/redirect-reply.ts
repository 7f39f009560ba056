import type { Reply } from './request'
import { isAbsolute } from './urls'

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
}

// Only there to make a relative URL readable.
const ANY_ORIGIN = 'http://localhost'

export function readRedirectReply({ status, ok, body }: Reply): RedirectReply {
  const { url } = Object(body) as { url?: unknown }
  if (typeof url !== 'string') {
    return { status, ok, url: null, error: null, code: null, isCsrfRejection: false }
  }
  const { searchParams } = parse(url)
  const error = searchParams.get('error')
  return {
    status,
    ok,
    url,
    error,
    code: searchParams.get('code'),
    // v5 names it as an error, v4 marks the page that it sends to.
    isCsrfRejection: error === 'MissingCSRF' || searchParams.get('csrf') === 'true',
  }
}

const parse = (url: string) => {
  try {
    return isAbsolute(url) ? new URL(url) : new URL(url, ANY_ORIGIN)
  } catch {
    return new URL(ANY_ORIGIN)
  }
}
