import * as React from 'react'
import type { SignInAuthorizationParams, SignInResult } from 'sessionchart/client'
import type { SignInOptions } from './next-auth-types'
import { type FlowForm, useFlow } from './use-flow'

export interface SignInForm extends FlowForm<SignInResult> {
  /** Signs in. Gives what it came to, or `null` when the browser leaves the page. Errors are results, too. */
  signIn(
    provider?: string,
    options?: SignInOptions<boolean>,
    authorizationParams?: SignInAuthorizationParams,
  ): Promise<SignInResult | null>
}

/**
 * Sign-in for a form: the call, how far it has come, and why it came to nothing.
 *
 * @throws Error outside a provider.
 *
 * @example
 * ```tsx
 * const { signIn, isPending, error } = useSignIn()
 * // <form onSubmit={() => signIn('credentials', { redirect: false, username, password })}>
 * // {error?.code === 'credentials' && <p>Wrong name or password.</p>}
 * ```
 */
export function useSignIn(): SignInForm {
  const { client, form, attempt } = useFlow<SignInResult>('signing-in')
  const start = React.useCallback<SignInForm['signIn']>(
    (provider, options, params) => attempt(() => client.signIn(provider, options, params)),
    [client, attempt],
  )
  return { ...form, signIn: start }
}
