'use client'

export type { Session } from 'sessionchart'
export type {
  SessionState,
  SignInAuthorizationParams,
  SignInResponse,
  SignInResult,
  SignOutResponse,
  SignOutResult,
} from 'sessionchart/client'
export { getSessionClient } from './current-client'
export { getCsrfToken, getProviders, getSession, signIn, signOut } from './free-functions'
export { __NEXTAUTH, type AuthClientConfig } from './next-auth-global'
export type {
  ClientSafeProvider,
  GetSessionParams,
  LiteralUnion,
  SignInOptions,
  SignOutParams,
} from './next-auth-types'
export { SessionContext, type SessionContextValue, type UpdateSession } from './session-context'
export { type SessionGuardProps, SessionLoading, SignedIn, SignedOut } from './session-guards'
export { SessionProvider, type SessionProviderProps } from './session-provider'
export type { FlowForm, FlowProgress } from './use-flow'
export { type UseSessionOptions, useSession } from './use-session'
export { useSessionActor } from './use-session-actor'
export { type SessionExpiry, useSessionExpiry } from './use-session-expiry'
export { useSessionSelector } from './use-session-selector'
export { useSessionState } from './use-session-state'
export { type SignInForm, useSignIn } from './use-sign-in'
export { type SignOutForm, useSignOut } from './use-sign-out'
export { type SuspenseSession, useSuspenseSession } from './use-suspense-session'
