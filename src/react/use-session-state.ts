import * as React from 'react'
import type { SessionState } from 'sessionchart'
import { useSelected } from './use-selected'

type Field = keyof SessionState

const everything = (state: SessionState) => state

/**
 * Gives everything that is known of the session. The component renders when a field changes that it has read.
 *
 * @throws Error outside a provider.
 *
 * @example
 * ```tsx
 * const { status, cause, error } = useSessionState()
 * return <p>{status}, because {cause.type}{error && `, last request: ${error.code}`}</p>
 * ```
 */
export function useSessionState(): SessionState {
  const [read] = React.useState(() => new Set<Field>())
  const state = useSelected(
    everything,
    // Read nothing yet: it may look later.
    (previous, next) => read.size > 0 && [...read].every((field) => Object.is(previous[field], next[field])),
  )
  return React.useMemo(() => watchReads(state, read), [state, read])
}

function watchReads(state: SessionState, read: Set<Field>): SessionState {
  const watched = {} as SessionState
  for (const field of Object.keys(state) as Field[]) {
    Object.defineProperty(watched, field, {
      enumerable: true,
      get() {
        read.add(field)
        return state[field]
      },
    })
  }
  return watched
}
