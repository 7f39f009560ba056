import type { ComponentProps } from 'react'
import type * as sessionchart from 'sessionchart/react'
import { endWithout } from '../../support/compared'
import { loadNextAuth, type NextAuth } from './copy'

// Stands in the place of `sessionchart/react` where the scenarios are run with next-auth v5.

type Missing = Omit<typeof sessionchart, keyof NextAuth>
type Props = ComponentProps<NextAuth['SessionProvider']>

let copy = await loadNextAuth()
export let SessionContext = copy.SessionContext
export let __NEXTAUTH = copy.__NEXTAUTH

/** What follows happens on another page. */
export async function openPage(): Promise<void> {
  copy = await loadNextAuth()
  SessionContext = copy.SessionContext
  __NEXTAUTH = copy.__NEXTAUTH
}

const options = new Set<keyof Props>([
  ...(['children', 'session', 'basePath', 'baseUrl'] as const),
  ...(['refetchInterval', 'refetchOnWindowFocus', 'refetchWhenOffline'] as const),
])

export function SessionProvider(props: Props) {
  for (const name of Object.keys(props)) if (!options.has(name as keyof Props)) endWithout(name)
  return <copy.SessionProvider {...props} />
}

export const useSession: NextAuth['useSession'] = (...args) => copy.useSession(...args)
export const getSession: NextAuth['getSession'] = (...args) => copy.getSession(...args)
export const getCsrfToken: NextAuth['getCsrfToken'] = () => copy.getCsrfToken()
export const getProviders: NextAuth['getProviders'] = () => copy.getProviders()
export const signIn = ((...args: Parameters<NextAuth['signIn']>) =>
  copy.signIn(...args)) as NextAuth['signIn']
export const signOut = ((...args: Parameters<NextAuth['signOut']>) =>
  copy.signOut(...args)) as NextAuth['signOut']

export const {
  getSessionClient,
  SessionLoading,
  SignedIn,
  SignedOut,
  useSessionActor,
  useSessionExpiry,
  useSessionSelector,
  useSessionState,
  useSignIn,
  useSignOut,
  useSuspenseSession,
} = {
  getSessionClient: () => endWithout('getSessionClient'),
  SessionLoading: () => endWithout('SessionLoading'),
  SignedIn: () => endWithout('SignedIn'),
  SignedOut: () => endWithout('SignedOut'),
  useSessionActor: () => endWithout('useSessionActor'),
  useSessionExpiry: () => endWithout('useSessionExpiry'),
  useSessionSelector: () => endWithout('useSessionSelector'),
  useSessionState: () => endWithout('useSessionState'),
  useSignIn: () => endWithout('useSignIn'),
  useSignOut: () => endWithout('useSignOut'),
  useSuspenseSession: () => endWithout('useSuspenseSession'),
} satisfies Record<keyof Missing, () => never>
