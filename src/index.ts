export type { SessionCause, SessionErrorCode } from 'sessionchart/machines/session'
export type { ClientSafeProvider } from './client/client-safe-provider'
export { createSessionClient } from './client/create-session-client'
export type { Dialect, SignInAuthorizationParams, SignInOptions, SignOutOptions } from './client/flow-calls'
export {
  type Compat,
  checkOptions,
  type Logger,
  optionNames,
  type SessionClientOptions,
} from './client/options'
export type { SignInResponse, SignInResult, SignOutResponse, SignOutResult } from './client/responses'
export type { SessionActor } from './client/run'
export type { RequestLike, SessionClient } from './client/session-client'
export { projectState, type SessionState, statusOf } from './client/session-state'
export type { Suspicion } from './client/suspicion'
export {
  type BaseEnvironment,
  browserEnvironment,
  type Channel,
  type Environment,
  type PageEvent,
} from './environment'
export { SessionError } from './session-error'
export { SessionOptionError } from './session-option-error'
export type { Register, Session } from './session-type'
export type { SessionUrls } from './wire/urls'
