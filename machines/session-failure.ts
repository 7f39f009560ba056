/** What kind of thing went wrong. The union is closed: a `switch` over it can be exhaustive. */
export type SessionErrorCode =
  | 'network'
  | 'timeout'
  | 'http'
  | 'parse'
  | 'csrf'
  | 'credentials'
  | 'providers'
  | 'redirect'
  | 'busy'

/** A failed request as plain JSON, the form in which it travels through the charts. */
export interface SessionFailure {
  code: SessionErrorCode
  message: string
  /** The URL that was asked. */
  url?: string | undefined
  /** The HTTP status, when there was an answer. */
  status?: number | undefined
  /** How long the server wants to be left alone. */
  retryAfterMs?: number | undefined
}

/** The failure inside whatever an effect has thrown. */
export function failureOf(thrown: unknown): SessionFailure {
  const { code, message, url, status, retryAfterMs } = Object(thrown) as Partial<SessionFailure>
  return {
    // What is not ours to name is a fault of the transport: a `fetch` of the app's own may throw anything.
    code: 'url' in Object(thrown) && code ? code : 'network',
    message: String(message ?? thrown),
    ...(url !== undefined && { url }),
    ...(status !== undefined && { status }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  }
}
