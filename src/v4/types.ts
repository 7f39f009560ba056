import type { AuthjsProvider, ServerRequest } from 'sessionchart/authjs-session'
import type { ClientSafeProvider as BaseProvider, SignInResult, SignOutResult } from 'sessionchart/client'
import type { LiteralUnion } from 'sessionchart/react'

export type { LiteralUnion }

/**
 * The kinds of provider that can answer without a redirect.
 * @inline
 */
export type RedirectableProvider = 'email' | 'credentials'

/** The request, or the context that holds it, whose cookie a server forwards. */
export interface CtxOrReq {
  req?: ServerRequest
  ctx?: { req: ServerRequest }
}

/** The event and broadcast parameters change nothing: a read is never announced to other tabs. */
export type GetSessionParams = CtxOrReq & {
  event?: 'storage' | 'timer' | 'hidden' | string
  triggerEvent?: boolean
  broadcast?: boolean
}

/** A way to sign in, as the server describes it to browsers. */
export interface ClientSafeProvider extends BaseProvider {
  id: LiteralUnion<AuthjsProvider>
  type: 'oauth' | 'email' | 'credentials'
}

/** The options of `signIn`; the fields of a credentials form come along with them. */
export interface SignInOptions extends Record<string, unknown> {
  /** Where to go when it worked. Default: the current page. */
  callbackUrl?: string
  /** `false`: stay on the page and give the response. Providers that cannot do so redirect all the same. */
  redirect?: boolean
}

/** The answer to a sign-in with `redirect: false`. */
export interface SignInResponse {
  /** Auth.js's name for what went wrong, such as `CredentialsSignin`, else the code of the `SessionError`. */
  error: string | null
  /** The HTTP status; 0 when there was no answer. */
  status: number
  /** It worked. */
  ok: boolean
  /** Where the app may go now; `null` when it did not work. */
  url: string | null
  /** The same as a tagged union, with the error itself. Always there, as in `sessionchart/react`. */
  readonly result?: SignInResult
}

/** The options of `signOut`. */
export interface SignOutParams<R extends boolean = true> {
  /** Where to go when it worked. Default: the current page. */
  callbackUrl?: string
  /** `false`: stay on the page and give the response. */
  redirect?: R
}

/** The answer to a sign-out with `redirect: false`. */
export interface SignOutResponse {
  /** Where the server would send the browser. */
  url: string
  /** Whether it worked, and if not, why. */
  readonly result?: SignOutResult
}
