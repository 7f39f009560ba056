import type {
  ClientSafeProvider,
  Dialect,
  Environment,
  SignInAuthorizationParams,
  SignInOptions,
  SignInResponse,
  SignOutOptions,
  SignOutResponse,
} from 'sessionchart'
import type {
  OperationInput,
  OperationLogic,
  SessionAnswer,
  SessionEvent,
  SessionFailure,
  SignInInput,
  SignInOutcome,
  SignOutOutcome,
} from 'sessionchart/machines/session'
import type { AuthRequest, Reply } from '../authjs/request'

/** What sign-in and sign-out need of the client that runs them. */
export interface FlowKit {
  environment: Environment
  /** What the paths of the Auth.js endpoints are appended to. */
  apiBase(): string
  request(asked: AuthRequest): Promise<Reply>
  readCsrfToken(signal: AbortSignal): Promise<string>
  readProviders(signal: AbortSignal): Promise<Record<string, ClientSafeProvider>>
  readSession(signal: AbortSignal): Promise<SessionAnswer>
  /** A new id for a call, and a promise of its end: the failure, or `null` when there is none. */
  openCall(): { id: string; ended: Promise<SessionFailure | null> }
  send(event: SessionEvent): void
}

/** Sign-in and sign-out: the calls, and the logic that the session chart runs for them. */
export interface Flows {
  signIn(
    provider: string | undefined,
    options: SignInOptions,
    params: SignInAuthorizationParams | undefined,
    dialect: Dialect,
  ): Promise<SignInResponse | undefined>
  signOut(options: SignOutOptions, dialect: Dialect): Promise<SignOutResponse | undefined>
  requireSignIn(): Promise<void>
  signInLogic: OperationLogic<SignInInput, SignInOutcome>
  signOutLogic: OperationLogic<OperationInput, SignOutOutcome>
  /** Sends the browser where the flow with this id leads. */
  leave(id: string): void
}
