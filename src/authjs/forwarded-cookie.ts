import type { RequestLike } from 'sessionchart/client'

/** The cookie of the request that a server is answering, whichever way the request was handed over. */
export function forwardedCookie(request: RequestLike | null | undefined): string | undefined {
  const { headers, req, ctx } = request ?? {}
  const found = headers ?? req?.headers ?? ctx?.req?.headers
  if (typeof found !== 'object' || found === null) return undefined
  const cookie =
    'get' in found && typeof found.get === 'function' ? found.get('cookie') : Object(found).cookie
  return typeof cookie === 'string' ? cookie : undefined
}
