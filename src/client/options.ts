import type { SessionSettings } from 'sessionchart/machines/session'
import type { InspectionEvent, Observer } from 'xstate'
import type { Environment } from '../environment'
import type { SessionError } from '../session-error'
import { SessionOptionError } from '../session-option-error'
import type { Session } from '../session-type'
import type { Dialect } from './flow-calls'
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

const isSeconds = (value: unknown) => typeof value === 'number' && value >= 0 && value <= LONGEST_SECONDS

/** What each option has to be: types of JavaScript, or a rule of its own. */
const expected: Record<keyof SessionClientOptions, string | [what: string, (value: unknown) => boolean]> = {
  basePath: 'string',
  baseUrl: 'string',
  session: 'object',
  refetchInterval: [`a number of seconds from 0 to ${LONGEST_SECONDS}`, isSeconds],
  refetchOnWindowFocus: 'boolean',
  refetchWhenOffline: 'boolean',
  fetch: 'function',
  headers: 'object or function',
  credentials: [
    "'omit', 'same-origin' or 'include'",
    (value) => ['omit', 'same-origin', 'include'].includes(value as string),
  ],
  logger: 'object',
  onError: 'function',
  onSessionChange: 'function',
  inspect: 'object or function',
  compat: 'object',
  requestTimeout: [
    `a number of seconds above 0, up to ${LONGEST_SECONDS}`,
    (value) => isSeconds(value) && value !== 0,
  ],
  identify: 'function',
  environment: 'object',
}

/** The names of all options. */
export const optionNames = Object.keys(expected) as Array<keyof SessionClientOptions>

/**
 * Refuses values that make no sense. `undefined` and `null` stand for the default.
 *
 * @throws SessionOptionError naming the option and the value.
 */
export function checkOptions(options: object): void {
  for (const name of optionNames) {
    const value = (options as Record<string, unknown>)[name]
    if (value === undefined || value === null) continue
    const rule = expected[name]
    const [what, isGood] = typeof rule === 'string' ? [`of type ${rule}`, isOfType(rule)] : rule
    if (!isGood(value)) throw new SessionOptionError(name, value, what)
  }
}

const isOfType = (types: string) => (value: unknown) =>
  types.split(' ').includes(typeof value) && !Array.isArray(value)

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
