export type { SessionCause, SessionErrorCode } from 'sessionchart/machines/session'
export {
  type BaseEnvironment,
  browserEnvironment,
  type Channel,
  type Environment,
  type PageEvent,
} from '../environment'
export { errorFrom, failureFrom, SessionError, toSessionError } from '../session-error'
export { SessionOptionError } from '../session-option-error'
export type { ClientSafeProvider } from './client-safe-provider'
export { createClient } from './create-client'
export type { EngineLoader, EngineModule } from './engine-loader'
export type { Dialect, SignInAuthorizationParams, SignInOptions, SignOutOptions } from './flow-calls'
export {
  type Compat,
  checkOptions,
  compatOf,
  DEFAULT_TIMEOUT_SECONDS,
  type Logger,
  optionNames,
  type SessionClientOptions,
} from './options'
export type { SignInResponse, SignInResult, SignOutResponse, SignOutResult } from './responses'
export { isSameSession } from './same-session'
export type { SessionActor } from './session-actor'
export type { RequestLike, SessionClient } from './session-client'
export { projectState, type SessionState, statusOf } from './session-state'
export type { Suspicion } from './suspicion'
export { apiBaseOf, type SessionUrls, type UrlOptions } from './urls'
