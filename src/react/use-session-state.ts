import * as React from 'react'
import type { SessionState } from 'sessionchart/client'
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
  const [view] = React.useState<View>(() => ({ read: new Set(), rendered: null, current: null }))
  const state = useSelected(everything, (previous, next) => {
    // Nothing was read yet: it may be, later.
    const isSame =
      view.read.size > 0 && [...view.read].every((field) => Object.is(previous[field], next[field]))
    if (isSame) view.current = next
    return isSame
  })
  if (view.rendered !== state) {
    view.rendered = state
    view.current = state
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new state is a new object
  return React.useMemo(() => watchReads(view), [view, state])
}

interface View {
  read: Set<Field>
  /** The state that the component has rendered. */
  rendered: SessionState | null
  /** The state as it is. It differs in fields only that were not read, for whoever reads them later. */
  current: SessionState | null
}

function watchReads(view: View): SessionState {
  const watched = {} as SessionState
  for (const field of Object.keys(view.current as SessionState) as Field[]) {
    Object.defineProperty(watched, field, {
      enumerable: true,
      get() {
        view.read.add(field)
        return view.current?.[field]
      },
    })
  }
  return watched
}
