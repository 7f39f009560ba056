import type { Dialect, SessionError, SignInAuthorizationParams } from 'sessionchart/client'
import type { RedirectPolicy } from 'sessionchart/machines/session'

import type { RedirectReply } from './redirect-reply'

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
  /** The browser was sent there. */
  hasLeft?: boolean
  /** What went wrong. */
  error?: SessionError
}

/** Finds the flow that a chart means by an id. */
export type FindFlow = (id: string) => Flow
