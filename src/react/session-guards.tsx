import type * as React from 'react'
import { useProvided } from './use-provided'
import { useSelected } from './use-selected'

export interface SessionGuardProps {
  children?: React.ReactNode
}

const isUnreachable = (state: { cause: { type: string } }) => state.cause.type === 'unreachable'

/** The status, and whether it is no more than a guess: the first read has failed. A mocked context never guesses. */
function useStatus() {
  const { value, provided } = useProvided()
  const isGuess = useSelected(isUnreachable, Object.is) && provided !== null
  return { status: value.status, isGuess }
}

/**
 * Shows its children while somebody is signed in.
 *
 * @example
 * ```tsx
 * <SignedIn><Account /></SignedIn>
 * ```
 */
export function SignedIn({ children }: SessionGuardProps): React.ReactElement | null {
  const { status } = useStatus()
  return status === 'authenticated' ? <>{children}</> : null
}

/** Shows its children when it is known that nobody is signed in. */
export function SignedOut({ children }: SessionGuardProps): React.ReactElement | null {
  const { status, isGuess } = useStatus()
  return status === 'unauthenticated' && !isGuess ? <>{children}</> : null
}

/** Shows its children while nobody knows who is signed in: before the first answer, however long it takes. */
export function SessionLoading({ children }: SessionGuardProps): React.ReactElement | null {
  const { status, isGuess } = useStatus()
  return status === 'loading' || (status === 'unauthenticated' && isGuess) ? <>{children}</> : null
}
