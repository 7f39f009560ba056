'use client'

export type { Session } from 'sessionchart'
export type { SignInAuthorizationParams, SignInResult, SignOutResult } from 'sessionchart/client'
export {
  SessionContext,
  type SessionContextValue,
  type UseSessionOptions,
  useSession,
} from 'sessionchart/react'
export { getCsrfToken, getProviders, getSession, signIn, signOut } from './free-functions'
export { SessionProvider, type SessionProviderProps } from './session-provider'
export type {
  ClientSafeProvider,
  CtxOrReq,
  GetSessionParams,
  LiteralUnion,
  SignInOptions,
  SignInResponse,
  SignOutParams,
  SignOutResponse,
} from './types'
