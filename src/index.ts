export type { SessionCause, SessionErrorCode } from 'sessionchart/machines'
export type { Dialect } from './authjs/dialect'
export type { SignInAuthorizationParams } from './authjs/flow'
export type { ClientSafeProvider } from './authjs/providers'
export type {
  SignInResponse,
  SignInResult,
  SignOutResponse,
  SignOutResult,
} from './authjs/responses'
export { createSessionClient } from './client/create-session-client'
export type { SignInOptions, SignOutOptions } from './client/flow-options'
export { type Compat, type Logger, optionNames, type SessionClientOptions } from './client/options'
export type { SessionActor } from './client/run'
export type { RequestLike, SessionClient, SessionUrls } from './client/session-client'
export type { SessionState } from './client/session-state'
export { browserEnvironment, type Channel, type Environment } from './environment'
export { SessionError } from './session-error'
export { SessionOptionError } from './session-option-error'
export type { Register, Session } from './session-type'
