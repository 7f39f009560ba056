import type { RedirectPolicy } from 'sessionchart/machines'
import { SessionError } from '../session-error'
import type { Dialect } from './dialect'
import type { RedirectReply } from './redirect-reply'

export type SignInAuthorizationParams = string | string[][] | Record<string, string> | URLSearchParams

/**
 * A sign-in or sign-out under way: what the caller gave and what the server said. It stays outside the charts,
 * which see an id: passwords, tokens and redirect URLs have no business in an inspector.
 */
export interface Flow {
  kind: 'sign-in' | 'sign-out' | 'leave'
  dialect: Dialect
  redirect: RedirectPolicy
  /** Where the browser goes when it worked. */
  target: string
  provider: string | null
  /** The form fields of the caller. */
  fields: Record<string, string>
  params: SignInAuthorizationParams | undefined
  csrfToken?: string
  /** What kind of provider was found, such as `credentials`. */
  providerType?: string
  reply?: RedirectReply
  /** Where to send the browser. */
  location?: string
  /** What an effect has thrown. */
  error?: SessionError
}

/** Finds the flow that a chart means by an id. */
export type FindFlow = (id: string) => Flow

/** The end of a flow that the server has refused, or not understood. */
export function refusal({ reply, kind }: Flow): SessionError {
  const { status = 0, error, isCsrfRejection = false, ok = false } = reply ?? {}
  const what = kind === 'sign-in' ? 'sign-in' : 'sign-out'
  if (isCsrfRejection)
    return new SessionError({ code: 'csrf', message: `The ${what} was rejected: csrf token.`, status })
  if (error)
    return new SessionError({ code: 'credentials', message: `The ${what} was refused: ${error}.`, status })
  const message = ok ? `The answer to the ${what} names no URL.` : `The ${what} was answered with ${status}.`
  return new SessionError({ code: ok ? 'parse' : 'http', message, status })
}
