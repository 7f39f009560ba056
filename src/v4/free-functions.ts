import type { Session } from 'sessionchart'
import type { AuthjsProvider } from 'sessionchart/authjs-session'
import type { SignInAuthorizationParams } from 'sessionchart/client'
import { getSessionClient } from 'sessionchart/react'
import type {
  ClientSafeProvider,
  CtxOrReq,
  GetSessionParams,
  LiteralUnion,
  RedirectableProvider,
  SignInOptions,
  SignInResponse,
  SignOutParams,
  SignOutResponse,
} from './types'

/**
 * Reads the session. On a server, pass the request or the context whose cookie is to be forwarded.
 *
 * @returns `null` when nobody is signed in or the request failed
 */
export async function getSession(params?: GetSessionParams): Promise<Session | null> {
  return getSessionClient().getSession(params)
}

/** Gives the token that has to come along with every post to Auth.js; `undefined` when the request failed. */
export async function getCsrfToken(params?: CtxOrReq): Promise<string | undefined> {
  return getSessionClient().getCsrfToken(params)
}

/** Lists the ways to sign in; `null` when there are none or the request failed. */
export async function getProviders(): Promise<Record<
  LiteralUnion<AuthjsProvider>,
  ClientSafeProvider
> | null> {
  const providers = await getSessionClient().getProviders()
  const isEmpty = !providers || Object.keys(providers).length === 0
  return isEmpty ? null : (providers as Record<LiteralUnion<AuthjsProvider>, ClientSafeProvider>)
}

/**
 * Signs in: with `redirect: false` a credentials or email provider gives the response, else the browser leaves
 * the page.
 *
 * @throws SessionError only when the browser was to leave and nothing came of it.
 *
 * @example
 * ```ts
 * const response = await signIn<'credentials'>('credentials', { redirect: false, username, password })
 * if (!response?.ok) show(response?.error)
 * ```
 */
export async function signIn<P extends RedirectableProvider | undefined = undefined>(
  provider?: LiteralUnion<P extends RedirectableProvider ? P | AuthjsProvider : AuthjsProvider>,
  options?: SignInOptions,
  authorizationParams?: SignInAuthorizationParams,
): Promise<P extends RedirectableProvider ? SignInResponse | undefined : undefined> {
  const response = await getSessionClient().signIn(provider, options, authorizationParams, 'v4')
  return response as unknown as P extends RedirectableProvider ? SignInResponse | undefined : undefined
}

/**
 * Signs out: with `redirect: false` it gives the response, else the browser leaves the page.
 *
 * @throws SessionError only when the browser was to leave and nothing came of it.
 */
export async function signOut<R extends boolean = true>(
  options?: SignOutParams<R>,
): Promise<R extends true ? undefined : SignOutResponse> {
  const response = await getSessionClient().signOut(options, 'v4')
  return response as R extends true ? undefined : SignOutResponse
}
