import * as React from 'react'
import type { SessionState } from 'sessionchart/client'
import { createOwnClient } from './create-own-client'
import { never } from './never'
import { NoContext, SessionContext, type SessionContextValue } from './session-context'
import { outsideProvider, useProvider } from './use-provided'

/** What a mocked context says of the rest of the state: what a client says that has not started. */
const stateFrom = ({ data, status }: SessionContextValue): SessionState =>
  ({
    ...createOwnClient({ session: status === 'loading' ? undefined : (data ?? null) }).getState(),
    data,
    status,
  }) as SessionState

/** A part of the state. Renders when the part changes, as `isEqual` sees it. */
export function useSelected<T>(
  select: (state: SessionState) => T,
  isEqual: (previous: T, next: T) => boolean,
): T {
  const provided = useProvider()
  // Not the value of a real provider: whoever reads it renders for every change of it.
  const value = React.useContext(provided ? NoContext : SessionContext)
  if (!provided && !value) throw outsideProvider()
  const mocked = React.useMemo(() => (value ? stateFrom(value) : null), [value])
  const last = React.useRef<{ state: SessionState; select: typeof select; selected: T } | null>(null)

  const selectFrom = (state: SessionState): T => {
    const previous = last.current
    if (previous?.state === state && previous.select === select) return previous.selected
    const next = select(state)
    const selected = previous && isEqual(previous.selected, next) ? previous.selected : next
    last.current = { state, select, selected }
    return selected
  }
  return React.useSyncExternalStore(
    provided?.client.subscribe ?? never,
    () => selectFrom(mocked ?? (provided as NonNullable<typeof provided>).client.getState()),
    () => selectFrom(mocked ?? (provided as NonNullable<typeof provided>).initialState),
  )
}
