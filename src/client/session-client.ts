import type { Session } from 'sessionchart'
import type { SessionTag } from 'sessionchart/machines/session'
import type { Environment } from '../environment'
import type { ClientSafeProvider } from './client-safe-provider'
import type { Dialect, SignInAuthorizationParams, SignInOptions, SignOutOptions } from './flow-calls'
import type { SessionClientOptions } from './options'
import type { SignInResponse, SignOutResponse } from './responses'
import type { SessionActor } from './session-actor'
import type { SessionState } from './session-state'
import type { Suspicion } from './suspicion'
import type { SessionUrls } from './urls'

/** The request whose cookie a server forwards, in any of the forms that Node and Next.js have. */
export interface RequestLike {
  headers?: unknown
  req?: { headers?: unknown } | undefined
  ctx?: { req?: { headers?: unknown } | undefined } | undefined
}

/**
 * The session of one app. Its functions can be passed around; they do not need `this`. Those that ask the server
 * work before `start()` as well.
 */
export interface SessionClient<S = Session> {
  /**
   * The running chart. After a stop and a start it is another one.
   *
   * @throws Error in a browser, for a client that you have not made yourself, until its chart is loaded: see `ready()`.
   */
  readonly actor: SessionActor
  /**
   * Resolves when the chart is there. The client of a provider loads it beside the first render; one that was made with
   * `createSessionClient` has it at once.
   *
   * @throws SessionError `network` or `timeout` as a rejection, when it cannot be loaded. The next call tries again.
   */
  ready(): Promise<void>
  /** The chart is there. */
  isReady(): boolean
  /** What it takes for the time, in epoch milliseconds, and for a timer: those of its environment. */
  readonly clock: Pick<Environment, 'now' | 'after'>
  /** The state as it is; the same object until something changes. */
  getState(): SessionState<S>
  /** What the chart is tagged with now. While it does not run, that is its status, and `signed-out` if that is known. */
  hasTag(tag: SessionTag): boolean
  /** Calls back after each change of the state. Returns the function that stops it. */
  subscribe(listener: () => void): () => void
  /**
   * Calls back after each step of the chart, whatever it changes, and when `actor` is another one. Returns the
   * function that stops it.
   */
  watch(listener: () => void): () => void
  /** Reads the session unless it is known, and keeps it up to date: polls, watches the tab and the network. */
  start(): void
  /**
   * Runs it as `start()` does until the returned function is called; then calls that wait still get their answer.
   * This is what a provider does while it is mounted.
   */
  hold(): () => void
  /** It has been started, or a call is under way. */
  isRunning(): boolean
  /** Lets go of everything: timers, listeners, requests. Calls that wait are settled. The state stays. */
  stop(): void
  /**
   * Replaces the options while it runs. A changed `session` is shown at once (unless `compat` says that it is ignored) and
   * followed by a read.
   *
   * @throws SessionOptionError for an option that makes no sense, and for another `basePath` or `channel`, which takes
   * another client: then the old ones stay.
   */
  configure(options: SessionClientOptions<S>): void
  /** What the state would be after `configure({ session })`; `null` when it would stay. Changes nothing. */
  preview(session: S | null | undefined): SessionState<S> | null
  /** The session was seen before the last sign-in or sign-out: a cached page may still bring it. */
  isOutdated(session: S | null): boolean
  /** Reads the session. Gives `null` when nobody is signed in or the request failed. */
  getSession(request?: RequestLike): Promise<S | null>
  /** Reads the session and gives the state after it. Never rejects: see its `error`. */
  refetch(): Promise<SessionState<S>>
  /**
   * Sends data to the `jwt` callback and gives the session after it, or `null` when nobody is signed in or the
   * request failed. Without data it only reads, except with the dialect `v4`.
   *
   * @throws TypeError when the data cannot be serialised.
   */
  update(data?: unknown): Promise<S | null>
  /**
   * Signs in. Resolves with nothing when the browser leaves the page, else (`redirect: false`) with the response.
   *
   * @throws SessionError only when the browser was to leave and nothing came of it.
   * @throws SessionOptionError in development, for form fields that are no strings.
   */
  signIn(
    provider?: string,
    options?: SignInOptions,
    authorizationParams?: SignInAuthorizationParams,
    dialect?: Dialect,
  ): Promise<SignInResponse | undefined>
  /**
   * Signs out. Resolves with nothing when the browser leaves the page, else (`redirect: false`) with the response.
   *
   * @throws SessionError only when the browser was to leave and nothing came of it.
   */
  signOut(options?: SignOutOptions, dialect?: Dialect): Promise<SignOutResponse | undefined>
  /**
   * Sends the browser to the sign-in page, to come back here: what `useSession({ required: true })` does.
   *
   * @throws SessionError `redirect` when there is no page to leave, `busy` while somebody signs in or out.
   */
  requireSignIn(): Promise<void>
  /** Logs an error where the client logs its own. */
  report(error: unknown): void
  /** Looks into what may be wrong, in development only, and says once on the console what it is and what to do. */
  suspect(suspicion: Suspicion): void
  /**
   * Where the Auth.js endpoints are: for the page, and for a server that asks its own.
   *
   * @throws SessionOptionError for an option or a variable that is no URL.
   */
  urls(): SessionUrls
  /** Gives the csrf token as the server names it, `undefined` when the request failed. */
  getCsrfToken(request?: RequestLike): Promise<string | undefined>
  /** Lists the ways to sign in, `null` when the request failed. */
  getProviders(request?: RequestLike): Promise<Record<string, ClientSafeProvider> | null>
}
