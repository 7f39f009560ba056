import { failureOf } from 'sessionchart/machines/memory'
import type { SessionErrorCode, SessionFailure } from 'sessionchart/machines/session'

/**
 * What went wrong with a request for, or a change of, the session.
 *
 * @example
 * ```ts
 * const { error } = useSessionState()
 * if (error?.code === 'http') console.log(`${error.url} answered ${error.status}`)
 * ```
 */
export class SessionError extends Error implements SessionFailure {
  override readonly name = 'SessionError'
  /** What kind of thing went wrong. */
  readonly code: SessionErrorCode
  /** The URL that was asked. */
  readonly url: string | undefined
  /** The HTTP status, when there was an answer. */
  readonly status: number | undefined
  /** How long the server wants to be left alone (`Retry-After`), in milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor({ code, message, url, status, retryAfterMs }: SessionFailure, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
    this.url = url
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/** The error that a failure came from, or one made of it. The same failure always gives the same error. */
export function errorFrom(failure: SessionFailure): SessionError {
  const error = errors.get(failure) ?? new SessionError(failure)
  errors.set(failure, error)
  return error
}

/** The failure of an error, as plain JSON for a chart. `errorFrom` finds the error again. */
export function failureFrom(error: SessionError): SessionFailure {
  const failure = failureOf(error)
  errors.set(failure, error)
  return failure
}

const errors = new WeakMap<SessionFailure, SessionError>()

/** Any thrown value as a `SessionError`. */
export function toSessionError(thrown: unknown, url?: string): SessionError {
  if (thrown instanceof SessionError) return thrown
  const { message } = failureOf(thrown)
  return new SessionError({ code: 'network', message, url }, { cause: thrown })
}
