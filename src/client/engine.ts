import type {
  SessionEmitted,
  SessionEvent,
  SessionMemory,
  SessionSettings,
} from 'sessionchart/machines/session'
import type { SnapshotFrom } from 'xstate'
import type { ClientEnvironment } from '../environment'
import type { Reading } from '../session-source'
import type { Calls } from './calls'
import type { ClientSafeProvider } from './client-safe-provider'
import type { Dialect, SignInAuthorizationParams, SignInOptions, SignOutOptions } from './flow-calls'
import type { SessionClientOptions } from './options'
import type { Reporter } from './reporter'
import type { SignInResponse, SignOutResponse } from './responses'
import type { SessionActor } from './session-actor'
import type { RequestLike } from './session-client'
import type { Suspicion } from './suspicion'

/** What a client hands to its engine. */
export interface EngineKit {
  options(): Omit<SessionClientOptions, 'session' | 'identify' | 'onSessionChange'>
  dialect(): Dialect
  environment: ClientEnvironment
  /** The name of this client among those of all tabs. */
  tabId: string
  /** What the paths of the Auth.js endpoints are appended to. */
  apiBase(): string
  /** The name of the user in a session. */
  userOf(session: object): string | null
  calls: Pick<Calls, 'open' | 'payloadOf'>
  reporter: Reporter
  send(event: SessionEvent): void
  /** The browser was told to go elsewhere, and the page is still there. */
  isLeaving(): boolean
  /** The engine is there, whoever has asked for it. */
  onReady(): void
}

/** What does the work of one client: everything that it need not have for the first render. */
export interface Engine {
  /** What the chart decides by, as the options are now. */
  settings(): SessionSettings
  createRun(options: RunOptions): Run
  protocol: Protocol
  /** Ends the requests that no chart runs. */
  stop(reason: unknown): void
}

/** What a client has done without saying an event to the chart itself. */
export interface Protocol {
  signIn(
    provider: string | undefined,
    options: SignInOptions,
    params: SignInAuthorizationParams | undefined,
    dialect: Dialect,
  ): Promise<SignInResponse | undefined>
  signOut(options: SignOutOptions, dialect: Dialect): Promise<SignOutResponse | undefined>
  requireSignIn(): Promise<void>
  /** Reads the session as a server does, with the cookie of the request that it answers. */
  getSession(from: RequestLike | undefined): Promise<Reading>
  getCsrfToken(from: RequestLike | undefined): Promise<unknown>
  getProviders(from: RequestLike | undefined): Promise<Record<string, ClientSafeProvider>>
  /** Says once on the console what is wrong, if it is. Does nothing in a production build. */
  warn(suspicion: Suspicion): void
}

export interface RunOptions {
  memory: SessionMemory
  inspect: SessionClientOptions['inspect']
  onSnapshot(): void
  onEmitted(event: SessionEmitted): void
  /** The chart itself has failed, which it must not. Everything it held is released. */
  onCrash(error: unknown): void
}

/** One life of the session chart with its effects. */
export interface Run {
  actor: SessionActor
  start(): void
  stop(): void
  /** What would become of the actor by the event. */
  preview(event: SessionEvent): SnapshotFrom<SessionActor>
}
