import type * as React from 'react'
import { useSelected } from './use-selected'
import { useSession } from './use-session'

export interface SessionGuardProps {
  children?: React.ReactNode
}

const isUnreachable = (state: { cause: { type: string } }) => state.cause.type === 'unreachable'

/**
 * Shows its children while somebody is signed in.
 *
 * @example
 * ```tsx
 * <SignedIn><Account /></SignedIn>
 * ```
 */
export function SignedIn({ children }: SessionGuardProps): React.ReactElement | null {
  return useSession().status === 'authenticated' ? <>{children}</> : null
}

/** Shows its children when it is known that nobody is signed in. */
export function SignedOut({ children }: SessionGuardProps): React.ReactElement | null {
  const { status } = useSession()
  const isGuess = useSelected(isUnreachable, Object.is)
  return status === 'unauthenticated' && !isGuess ? <>{children}</> : null
}

/** Shows its children while nobody knows who is signed in: before the first answer, however long it takes. */
export function SessionLoading({ children }: SessionGuardProps): React.ReactElement | null {
  const { status } = useSession()
  const isGuess = useSelected(isUnreachable, Object.is)
  return status === 'loading' || (status === 'unauthenticated' && isGuess) ? <>{children}</> : null
}
