import * as React from 'react'
import type { SessionState } from 'sessionchart/client'
import { countCopies } from './copies'
import { never } from './never'
import {
  hydration,
  isMadeBy,
  makeValue,
  noContextError,
  type Provided,
  ProvidedContext,
  SessionContext,
  type SessionContextValue,
} from './session-context'

interface Found {
  value: SessionContextValue
  /** The provider, unless the value is a mocked one. */
  provided: Provided | null
}

/**
 * What the nearest provider, or a mocked `SessionContext`, gives. While React hydrates it is what the server
 * rendered with: a part of the page that streams in late still finds its HTML as it was.
 *
 * @throws Error outside a provider, with next-auth's words.
 */
export function useProvided(): Found {
  const nearest = useProvider()
  const value = useShown(useNearest(), nearest)
  return { value, provided: isMadeBy(value, nearest) ? nearest : null }
}

/** The value alone. There may be thousands who ask for no more: it looks no further than it must. */
export function useValue(): SessionContextValue {
  // React does not count the contexts that are read: there may be one more from now on.
  const useHere = hydration.hasBegun ? useInProvider : useAsItIs
  return useHere(useNearest())
}

const useInProvider = (value: SessionContextValue) => useShown(value, useProvider())
const useAsItIs = (value: SessionContextValue) => value

function useShown(value: SessionContextValue, nearest: Provided | undefined): SessionContextValue {
  // For one component always the same: it would have to be mounted anew to be in another provider.
  const useHere = nearest?.isHydrated?.current ? useHydrated : useAsItIs
  return useHere(value, nearest)
}

/** The value of the nearest provider, or a mocked one. */
function useNearest(): SessionContextValue {
  if (!SessionContext) throw noContextError()
  const value = React.useContext(SessionContext)
  if (!value) throw outsideProvider()
  return value
}

function useHydrated(value: SessionContextValue, nearest: Provided | undefined): SessionContextValue {
  return React.useSyncExternalStore(
    never,
    () => value,
    () => (isMadeBy(value, nearest) ? initialValue(nearest, value) : value),
  )
}

const initialValues = new WeakMap<Provided, SessionContextValue>()

function initialValue(provided: Provided, value: SessionContextValue): SessionContextValue {
  const { initialState } = provided
  const { data, status } = value as Pick<SessionState, 'data' | 'status'>
  if (Object.is(data, initialState.data) && status === initialState.status) return value
  const initial = initialValues.get(provided) ?? makeValue(initialState, value.update, provided)
  initialValues.set(provided, initial)
  return initial
}

/** The nearest provider, if there is one. */
export function useProvider(): Provided | undefined {
  if (!ProvidedContext) throw noContextError()
  return React.useContext(ProvidedContext)
}

/** The error of a hook without a provider. Two copies of this package do not see each other's. */
export function outsideProvider(): Error {
  const message = '[next-auth]: `useSession` must be wrapped in a <SessionProvider />'
  return new Error(
    countCopies() < 2 ? message : `${message}. ${countCopies()} copies of sessionchart are loaded.`,
  )
}
