import type { SessionError } from '../session-error'
import type { Flow } from './flow'

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

/** next-auth v4's form of it: no error is `null`, and there is no code. */
export type SignInResponseV4 = Omit<SignInResponse, 'error' | 'code'> & { error: string | null }

/**
 * Builds the response. `result` is not enumerable, so that tests which compare a whole response with what
 * next-auth gives still pass.
 */
export function signInResponse(flow: Flow, error: SessionError | null): SignInResponse | SignInResponseV4 {
  const { dialect, reply } = flow
  const name = error && (reply?.error ?? error.code)
  const facts = { status: reply?.status ?? 0, ok: !error, url: error ? null : (reply?.url ?? null) }
  const response =
    dialect === 'v4'
      ? { error: name, ...facts }
      : { error: name ?? undefined, code: reply?.code ?? undefined, ...facts }
  return withResult(response, resultOf(flow, error))
}

function resultOf({ providerType, reply }: Flow, error: SessionError | null): SignInResult {
  if (error) return { type: 'failed', error }
  if (providerType === 'credentials') return { type: 'signed-in' }
  return { type: providerType === 'email' ? 'email-sent' : 'redirect', url: reply?.url ?? '' }
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

export function signOutResponse({ reply, target }: Flow, error: SessionError | null): SignOutResponse {
  return withResult({ url: reply?.url ?? target }, error ? { type: 'failed', error } : { type: 'signed-out' })
}

function withResult<Response extends object, Result>(response: Response, result: Result) {
  return Object.defineProperty(response, 'result', { value: result }) as Response & {
    readonly result: Result
  }
}
