import * as React from 'react'
import type { Session } from 'sessionchart'
import type { SessionClient, SessionClientOptions, SessionState } from 'sessionchart/client'

/** Sends data to the `jwt` callback; gives the session after it, or `null`. */
// biome-ignore lint/suspicious/noExplicitAny: next-auth's type
export type UpdateSession = (data?: any) => Promise<Session | null>

/** What `useSession` gives. With `required` there is no `unauthenticated`. */
export type SessionContextValue<R extends boolean = false> = R extends true
  ?
      | { update: UpdateSession; data: Session; status: 'authenticated' }
      | { update: UpdateSession; data: null; status: 'loading' }
  :
      | { update: UpdateSession; data: Session; status: 'authenticated' }
      | { update: UpdateSession; data: null; status: 'unauthenticated' | 'loading' }

/**
 * Carries `{ data, status, update }`, for those who read it themselves and for tests that provide a value of
 * their own. `undefined` in Server Components, where React has no contexts.
 */
export const SessionContext: React.Context<SessionContextValue | undefined> =
  // React's server build has no createContext.
  React.createContext?.<SessionContextValue | undefined>(undefined)

/** What a provider hands down besides the value: it never changes, so nobody renders for it. */
export interface Provided {
  client: SessionClient
  /** The state that the server rendered with. */
  initialState: SessionState
  /** React has hydrated the provider. Then it may yet hydrate parts of what is inside; else it never will. Of a page. */
  isHydrated?: { current: boolean }
  /** What the provider has made the client with, unless it was given one. */
  options?: SessionClientOptions | undefined
}

/** A page does not hydrate a provider before this is set: until then nobody shows what a server rendered. */
export const hydration = { hasBegun: false }

/** next-auth's words. */
export const noContextError = (): Error => new Error('React Context is unavailable in Server Components')

/** What a provider hands down. */
export interface Handed {
  provided: Provided
  value: SessionContextValue
}

export const ProvidedContext: React.Context<Provided | undefined> = React.createContext?.<
  Provided | undefined
>(undefined)

/** Where a mocked `SessionContext` is looked for that cannot be there: see `useSelected`. */
export const NoContext: React.Context<SessionContextValue | undefined> = React.createContext?.<
  SessionContextValue | undefined
>(undefined)

/** Which provider has made a value of `SessionContext`; none has made a mocked one. */
const makers = new WeakMap<object, Provided>()

export function makeValue(
  { data, status }: Pick<SessionState, 'data' | 'status'>,
  update: UpdateSession,
  provided: Provided,
): SessionContextValue {
  const value = { data, status, update } as SessionContextValue
  makers.set(value, provided)
  return value
}

/** A server keeps no account: each render has its own value, and mocks are for pages. */
export const isMadeBy = (value: SessionContextValue, provided: Provided | undefined): provided is Provided =>
  provided !== undefined && (!provided.isHydrated || makers.get(value) === provided)
