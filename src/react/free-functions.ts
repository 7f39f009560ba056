import type { Session } from 'sessionchart'
import type { AuthjsProviderId } from 'sessionchart/authjs-session'
import type {
  RequestLike,
  SignInAuthorizationParams,
  SignInResponse,
  SignOutResponse,
} from 'sessionchart/client'
import { getSessionClient } from './current-client'
import type { ClientSafeProvider, GetSessionParams, SignInOptions, SignOutParams } from './next-auth-types'

/**
 * Reads the session. On a server, pass the request whose cookie is to be forwarded, or its `{ headers }`.
 *
 * @returns `null` when nobody is signed in or the request failed
 *
 * @example
 * ```ts
 * const session = await getSession()
 * const onServer = await getSession({ headers: request.headers })
 * ```
 */
export async function getSession(params?: GetSessionParams | RequestLike): Promise<Session | null> {
  return getSessionClient().getSession(params as RequestLike | undefined)
}

/** Gives the token that has to come along with every post to Auth.js; an empty string when the request failed. */
export async function getCsrfToken(): Promise<string> {
  return (await getSessionClient().getCsrfToken()) ?? ''
}

/** Lists the ways to sign in; `null` when the request failed. */
export async function getProviders(): Promise<Record<AuthjsProviderId, ClientSafeProvider> | null> {
  return getSessionClient().getProviders() as Promise<Record<AuthjsProviderId, ClientSafeProvider> | null>
}

/**
 * Signs in: with `redirect: false` it gives the response, else the browser leaves the page.
 *
 * @throws SessionError only when the browser was to leave and nothing came of it.
 *
 * @example
 * ```ts
 * const response = await signIn('credentials', { redirect: false, username, password })
 * if (!response.ok) show(response.error)
 * ```
 */
export async function signIn(
  provider?: AuthjsProviderId,
  options?: SignInOptions<true>,
  authorizationParams?: SignInAuthorizationParams,
): Promise<void>
/**
 * Signs in without leaving the page. Never rejects: what went wrong is in the response.
 *
 * @returns `ok`, and with it `error`; `result` says the same as a tagged union.
 */
export async function signIn(
  provider?: AuthjsProviderId,
  options?: SignInOptions<false>,
  authorizationParams?: SignInAuthorizationParams,
): Promise<SignInResponse>
export async function signIn(
  provider?: AuthjsProviderId,
  options?: SignInOptions<boolean>,
  authorizationParams?: SignInAuthorizationParams,
): Promise<SignInResponse | undefined | void> {
  return getSessionClient().signIn(provider, options, authorizationParams, 'v5')
}

/**
 * Signs out: with `redirect: false` it gives the response, else the browser leaves the page.
 *
 * @throws SessionError only when the browser was to leave and nothing came of it.
 */
export async function signOut(options?: SignOutParams<true>): Promise<void>
/** Signs out without leaving the page. Never rejects: what went wrong is in the `result` of the response. */
export async function signOut(options?: SignOutParams<false>): Promise<SignOutResponse>
export async function signOut(options?: SignOutParams<boolean>): Promise<SignOutResponse | undefined | void> {
  return getSessionClient().signOut(options, 'v5')
}
