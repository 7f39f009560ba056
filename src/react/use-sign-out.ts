import * as React from 'react'
import type { SignOutResult } from 'sessionchart/client'
import type { SignOutParams } from './next-auth-types'
import { type FlowForm, useFlow } from './use-flow'

export interface SignOutForm extends FlowForm<SignOutResult> {
  /** Signs out. Gives what it came to, or `null` when the browser leaves the page. Errors are results, too. */
  signOut(options?: SignOutParams<boolean>): Promise<SignOutResult | null>
}

/**
 * Sign-out for a button: the call, how far it has come, and why it came to nothing.
 *
 * @throws Error outside a provider.
 *
 * @example
 * ```tsx
 * const { signOut, isPending, error } = useSignOut()
 * // <button disabled={isPending} onClick={() => signOut({ redirect: false })}>Sign out</button>
 * ```
 */
export function useSignOut(): SignOutForm {
  const { client, form, attempt } = useFlow<SignOutResult>('signing-out')
  const start = React.useCallback<SignOutForm['signOut']>(
    (options) => attempt(() => client.signOut(options)),
    [client, attempt],
  )
  return { ...form, signOut: start }
}
