import type { SessionSettings } from 'sessionchart/machines'
import type { InspectionEvent, Observer } from 'xstate'
import type { Dialect } from '../authjs/dialect'
import type { Environment } from '../environment'
import type { SessionError } from '../session-error'
import { SessionOptionError } from '../session-option-error'
import type { Session } from '../session-type'
import type { SessionCause } from './session-state'

/** Old ways of next-auth that an app may depend on. All are off. */
export interface Compat {
  /**
   * The version whose requests and results `signIn`, `signOut` and `update` imitate where a call does not say.
   * With `'v4'`, `update()` without data posts, too. Default `'v5'`.
   */
  dialect?: Dialect
  /** `status` is `'loading'` while an update runs. */
  loadingWhileUpdating?: boolean
  /** A `session` prop that changes after the first render is ignored. */
  ignoreSessionPropChanges?: boolean
}

/** Where messages go. Default: the console. */
export interface Logger {
  error(error: unknown): void
  warn(message: string): void
}

/** The options of `createSessionClient`. All times are in seconds. */
export interface SessionClientOptions<S = Session> {
  /** The path of the Auth.js endpoints, or their absolute URL. Default: the path of `NEXTAUTH_URL`, else `/api/auth`. */
  basePath?: string | undefined
  /** The origin of the endpoints where there is no page to be relative to: on a server, in React Native. */
  baseUrl?: string | undefined
  /** The session as the server that rendered the page knows it; `null` when nobody is signed in. Then nothing is read at the start. */
  session?: S | null | undefined
  /** Seconds between two polls while somebody is signed in. Default 0: no polls. */
  refetchInterval?: number | undefined
  /** Read the session when the tab becomes visible. Default `true`. */
  refetchOnWindowFocus?: boolean | undefined
  /** Poll although the browser says that it is offline. Default `true`. */
  refetchWhenOffline?: boolean | undefined
  /** What sends the requests. Default: the global `fetch` at the time of the request. */
  fetch?: typeof fetch | undefined
  /** Headers for every request, or a function that gives them. */
  headers?: Record<string, string> | (() => Record<string, string>) | undefined
  /** `fetch`'s option of that name, for endpoints on another origin. */
  credentials?: RequestCredentials | undefined
  logger?: Logger | undefined
  /** Called with every request for the session that failed. Default: the first failure in a row is logged. */
  onError?: ((error: SessionError) => void) | undefined
  /** Called after each sign-in, sign-out or change of user, also in another tab. Not at the start, not for equal data. */
  onSessionChange?: ((session: S | null, cause: SessionCause) => void) | undefined
  /** An XState inspection observer. It sees sessions as they are. */
  inspect?: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | undefined
  compat?: Compat | undefined
  /** Seconds after which a request counts as failed. Default 15. */
  requestTimeout?: number | undefined
  /** Names the user of a session, so that a change of user can be told. Default: `user.id ?? user.email`. */
  identify?: ((session: S) => string | null | undefined) | undefined
  /** Stands in for what the browser would give: for tests and other platforms. */
  environment?: Partial<Environment> | undefined
}

const DEFAULT_TIMEOUT_SECONDS = 15
// A timer cannot count further than this; nobody polls that seldom.
const LONGEST_SECONDS = 2 ** 31 / 1_000

type Check = [expected: string, isGood: (value: unknown) => boolean]

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
const aFunction: Check = ['a function', (value) => typeof value === 'function']
const aString: Check = ['a string', (value) => typeof value === 'string']
const aBoolean: Check = ['true or false', (value) => typeof value === 'boolean']
const anObject: Check = ['an object', isObject]
const isSeconds = (value: unknown) => typeof value === 'number' && value >= 0 && value <= LONGEST_SECONDS

const checks: Record<keyof SessionClientOptions, Check> = {
  basePath: aString,
  baseUrl: aString,
  session: ['a session object, null or undefined', isObject],
  refetchInterval: [`a number of seconds from 0 to ${LONGEST_SECONDS}`, isSeconds],
  refetchOnWindowFocus: aBoolean,
  refetchWhenOffline: aBoolean,
  fetch: aFunction,
  headers: ['an object or a function', (value) => isObject(value) || typeof value === 'function'],
  credentials: [
    "'omit', 'same-origin' or 'include'",
    (value) => value === 'omit' || value === 'same-origin' || value === 'include',
  ],
  logger: anObject,
  onError: aFunction,
  onSessionChange: aFunction,
  inspect: ['an observer or a function', (value) => isObject(value) || typeof value === 'function'],
  compat: anObject,
  requestTimeout: [
    `a number of seconds above 0, up to ${LONGEST_SECONDS}`,
    (value) => isSeconds(value) && value !== 0,
  ],
  identify: aFunction,
  environment: anObject,
}

/** Whether the client knows an option of that name. */
export const optionNames = Object.keys(checks) as Array<keyof SessionClientOptions>

/**
 * Refuses values that make no sense. `undefined` and `null` stand for the default.
 *
 * @throws SessionOptionError naming the option and the value.
 */
export function checkOptions(options: object): void {
  for (const name of optionNames) {
    const value = (options as Record<string, unknown>)[name]
    if (value === undefined || value === null) continue
    const [expected, isGood] = checks[name]
    if (!isGood(value)) throw new SessionOptionError(name, value, expected)
  }
}

type Timing = Omit<SessionClientOptions, 'session' | 'identify' | 'onSessionChange'>

/** The settings that the chart decides by. */
export function settingsOf(options: Timing): SessionSettings {
  return {
    refetchIntervalMs: (options.refetchInterval ?? 0) * 1_000,
    refetchOnWindowFocus: options.refetchOnWindowFocus ?? true,
    refetchWhenOffline: options.refetchWhenOffline ?? true,
    ignoresPropChanges: options.compat?.ignoreSessionPropChanges ?? false,
  }
}

export const timeoutMsOf = (options: Timing): number =>
  (options.requestTimeout ?? DEFAULT_TIMEOUT_SECONDS) * 1_000
