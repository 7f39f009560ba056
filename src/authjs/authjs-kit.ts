import type {
  ClientSafeProvider,
  Dialect,
  Environment,
  RequestLike,
  SessionError,
  SignInAuthorizationParams,
  SignInOptions,
  SignInResponse,
  SignOutOptions,
  SignOutResponse,
  Suspicion,
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
import type { ClientEnvironment } from '../environment'
import type { Reading } from '../session-source'
import type { isNobody, toReading } from '../wire/read-session'
import type { AuthRequest, bodyOf, Reply, unexpected } from '../wire/request'
import type { AllTabs } from './all-tabs'

/** What the client hands to the rest of the protocol, which is loaded apart from it. */
export interface ClientKit {
  environment: ClientEnvironment
  /** The name of this client among those of all tabs. */
  tabId: string
  /** The option of that name. */
  channel(): string | null | undefined
  /** The name of the user in a session. */
  userOf(session: object): string | null
  /** What the paths of the Auth.js endpoints are appended to. */
  apiBase(): string
  request(asked: AuthRequest): Promise<Reply>
  bodyOf: typeof bodyOf
  unexpected: typeof unexpected
  isNobody: typeof isNobody
  toReading: typeof toReading
  /** Reads the session, in the words of the chart. */
  readSession(signal: AbortSignal): Promise<SessionAnswer>
  /** A new id for a call, and a promise of its end: the failure, or `null` when there is none. */
  openCall(): { id: string; ended: Promise<SessionFailure | null> }
  send(event: SessionEvent): void
  /** The browser was told to go elsewhere, and the page is still there. */
  isLeaving(): boolean
  /** Reports a failed request. */
  failed(error: SessionError): void
  /** Reports what should not have gone wrong. */
  fault(error: unknown): void
}

/** The same, with everything that the platform and the other tabs have. */
export interface AuthjsKit extends ClientKit {
  environment: Environment
  /** The number of the last write of any tab. */
  epoch(): number
}

/** The Auth.js protocol beyond reading the session. */
export interface Authjs {
  signIn(
    provider: string | undefined,
    options: SignInOptions,
    params: SignInAuthorizationParams | undefined,
    dialect: Dialect,
  ): Promise<SignInResponse | undefined>
  signOut(options: SignOutOptions, dialect: Dialect): Promise<SignOutResponse | undefined>
  requireSignIn(): Promise<void>
  /** The logic that the session chart runs for them. */
  signInLogic: OperationLogic<SignInInput, SignInOutcome>
  signOutLogic: OperationLogic<OperationInput, SignOutOutcome>
  /** Sends the browser where the flow with this id leads. */
  leave(id: string): void
  tabs: AllTabs
  update(data: string | undefined, signal: AbortSignal): Promise<Reading>
  /** Reads the session as a server does, with the cookie of the request that it answers. */
  getSession(from: RequestLike | undefined): Promise<Reading>
  getCsrfToken(from: RequestLike | undefined): Promise<unknown>
  getProviders(from: RequestLike | undefined): Promise<Record<string, ClientSafeProvider>>
  /** Says once on the console what is wrong, if it is. Does nothing in a production build. */
  warn(suspicion: Suspicion): void
}
