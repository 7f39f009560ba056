import type { SessionError } from '../session-error'

/** What a sign-in came to. */
export type SignInResult =
  /** Signed in; the session is in the state of the client. */
  | { type: 'signed-in' }
  /** The provider wants the browser to come to `url`. */
  | { type: 'redirect'; url: string }
  /** A link was sent by email. `url` is a page that says so. */
  | { type: 'email-sent'; url: string }
  | { type: 'failed'; error: SessionError }

/** The answer to a sign-in with `redirect: false`. */
export interface SignInResponse {
  /** Auth.js's name for what went wrong, such as `CredentialsSignin`, else the code of the `SessionError`. */
  error: string | undefined
  /** What the app's own `CredentialsSignin` adds to it. */
  code: string | undefined
  /** The HTTP status; 0 when there was no answer. */
  status: number
  /** It worked. */
  ok: boolean
  /** Where the app may go now; `null` when it did not work. */
  url: string | null
  /**
   * The same as a tagged union, with the error itself. Always there; the type says "maybe", so that responses
   * which tests make up for next-auth still fit.
   */
  readonly result?: SignInResult
}

/** What a sign-out came to. */
export type SignOutResult = { type: 'signed-out' } | { type: 'failed'; error: SessionError }

/** The answer to a sign-out with `redirect: false`. */
export interface SignOutResponse {
  /** Where the server would send the browser. */
  url: string
  /** Whether it worked, and if not, why. Always there, as in `SignInResponse`. */
  readonly result?: SignOutResult
}
