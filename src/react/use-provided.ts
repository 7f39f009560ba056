import * as React from 'react'
import { browserEnvironment, type SessionState } from 'sessionchart/client'
import { countCopies } from './copies'
import { never } from './never'
import {
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
  // On a platform it is always the one or the other.
  const useHere = browserEnvironment.isServer() ? useOnServer : useOnPage
  return useHere()
}

/** A server renders once: there is nothing to keep apart. */
function useOnServer(): Found {
  return { provided: useProvider() ?? null, value: useValue() }
}

function useOnPage(): Found {
  const provided = useProvider()
  const value = useValue()
  const isReal = isMadeBy(value, provided)
  // For one component always the same: it would have to be mounted anew to be in another provider.
  const useShown = provided?.isHydrated?.current ? useHydrated : useCurrent
  return { value: useShown(value, isReal ? provided : null), provided: isReal ? provided : null }
}

const useCurrent = (value: SessionContextValue) => value

function useHydrated(value: SessionContextValue, provided: Provided | null): SessionContextValue {
  return React.useSyncExternalStore(
    never,
    () => value,
    () => (provided ? initialValue(provided, value) : value),
  )
}

/** The nearest value, of a provider or a mocked one. */
export function useValue(): SessionContextValue {
  if (!SessionContext) throw noContextError()
  const value = React.useContext(SessionContext)
  if (!value) throw outsideProvider()
  return value
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
