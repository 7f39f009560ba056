import type { Session } from 'sessionchart'
import type { InspectionEvent, Observer } from 'xstate'
import type { Environment } from '../environment'
import type { SessionError } from '../session-error'
import { SessionOptionError } from '../session-option-error'
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
  /**
   * The session as the server that rendered the page knows it; `null` when nobody is signed in. Then nothing is read at
   * the start, unless it may be older than what another tab has done.
   */
  session?: S | null | undefined
  /** Seconds between two polls while somebody is signed in. Default 0: no polls. */
  refetchInterval?: number | undefined
  /** Read the session when the tab becomes visible. Default `true`. */
  refetchOnWindowFocus?: boolean | undefined
  /** Poll although the browser says that it is offline. Default `true`. */
  refetchWhenOffline?: boolean | undefined
  /**
   * Read the session when this changes, and again five seconds later at the earliest: for servers that sign in or
   * out on their own, give the path of the page. Default: never.
   */
  refetchKey?: string | number | null | undefined
  /**
   * Seconds. A tab that comes to the front and a network that is back are no reason to read when the last answer is
   * younger; other tabs and `refetchKey` lead to a read at once, and to another one so much later at the earliest.
   * Default 5.
   */
  refetchLimit?: number | undefined
  /** Seconds before the end of a session from which on `isExpiring` is true. Default 60. */
  expiryWarning?: number | undefined
  /**
   * What to do when a session has come to its end: `'ask'` the server, which may have extended it, once, a second later,
   * and end it when there is no answer within four more; or `'end'` it unasked, because the question alone would extend
   * it. Default `'ask'`.
   */
  atExpiry?: 'ask' | 'end' | undefined
  /** What sends the requests. Default: the global `fetch` at the time of the request. */
  fetch?: typeof fetch | undefined
  /** Headers for every request, or a function that gives them. */
  headers?: Record<string, string> | Headers | (() => Record<string, string> | Headers) | undefined
  /** `fetch`'s option of that name, for endpoints on another origin. */
  credentials?: RequestCredentials | undefined
  logger?: Logger | undefined
  /**
   * Called with every read and update that failed, and with other requests that got no answer, or none that can be read.
   * Default: they are logged, of reads and updates the first failure in a row.
   */
  onError?: ((error: SessionError) => void) | undefined
  /** Called after each sign-in, sign-out or change of user, also in another tab. Not at the start, not for equal data. */
  onSessionChange?: ((session: S | null, cause: SessionCause) => void) | undefined
  /** An XState inspection observer. It sees sessions as they are. */
  inspect?: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | undefined
  /** Old ways of next-auth; a version alone is the dialect. */
  compat?: Compat | Dialect | undefined
  /**
   * A name for what tabs agree by. Clients of an origin that have the same endpoints and do not see the same session
   * (other `headers`, another `fetch`) need one each. Default: the endpoints.
   */
  channel?: string | null | undefined
  /** Seconds after which a request counts as failed. Default 15. */
  requestTimeout?: number | undefined
  /** Names the user of a session, so that a change of user can be told. Default: `user.id ?? user.email`. */
  identify?: ((session: S) => string | null | undefined) | undefined
  /** Stands in for what the browser would give: for tests and other platforms. */
  environment?: Partial<Environment> | undefined
}

// More than a year is a mistake, and more than a timer can count is nothing to wait for.
const LONGEST_INTERVAL = 31_622_400
const LONGEST_TIMEOUT = 2_000_000

const INTERVAL = `seconds, from 0 to ${LONGEST_INTERVAL}`
export const DEFAULT_TIMEOUT_SECONDS = 15

const TIMEOUT = `seconds, above 0, to ${LONGEST_TIMEOUT}`

/** What each option has to be, in words that have the names of JavaScript's types in them. */
const expected: Record<keyof SessionClientOptions | `compat.${keyof Compat}`, string> = {
  basePath: 'a string',
  baseUrl: 'a string',
  session: 'an object',
  refetchInterval: INTERVAL,
  refetchOnWindowFocus: 'a boolean',
  refetchWhenOffline: 'a boolean',
  refetchKey: 'a string or a number',
  refetchLimit: INTERVAL,
  expiryWarning: INTERVAL,
  atExpiry: "'ask' or 'end'",
  fetch: 'a function',
  headers: 'an object or a function',
  credentials: "'omit', 'same-origin' or 'include'",
  logger: 'an object',
  onError: 'a function',
  onSessionChange: 'a function',
  inspect: 'an object or a function',
  compat: "an object, 'v4' or 'v5'",
  channel: 'a string',
  requestTimeout: TIMEOUT,
  identify: 'a function',
  environment: 'an object',
  'compat.dialect': "'v4' or 'v5'",
  'compat.loadingWhileUpdating': 'a boolean',
  'compat.ignoreSessionPropChanges': 'a boolean',
}

/** The names of all options. */
export const optionNames = Object.keys(expected) as Array<keyof SessionClientOptions>

/**
 * Refuses values that make no sense. `undefined` and `null` stand for the default.
 *
 * @throws SessionOptionError naming the option and the value.
 */
export function checkOptions(options: Pick<SessionClientOptions, 'compat'>): void {
  for (const [name, value] of Object.entries(options)) checkOption(name as keyof typeof expected, value)
  for (const [name, value] of Object.entries(compatOf(options)))
    checkOption(`compat.${name as keyof Compat}`, value)
}

function checkOption(name: keyof typeof expected, value: unknown): void {
  // `null` is JavaScript callers' word for "none".
  if (value === undefined || value === null) return
  const what = expected[name]
  if (what && !isAsExpected(value, what)) throw new SessionOptionError(name, value, what)
}

function isAsExpected(value: unknown, what: string): boolean {
  if (what === INTERVAL) return typeof value === 'number' && value >= 0 && value <= LONGEST_INTERVAL
  if (what === TIMEOUT) return typeof value === 'number' && value > 0 && value <= LONGEST_TIMEOUT
  return what.includes(`'${value}'`) || (what.includes(typeof value) && !Array.isArray(value))
}

type Timing = Omit<SessionClientOptions, 'session' | 'identify' | 'onSessionChange'>

export const dialectOf = (options: Timing): Dialect => compatOf(options).dialect ?? 'v5'

export const compatOf = ({ compat }: Pick<SessionClientOptions, 'compat'>): Compat =>
  typeof compat === 'string' ? { dialect: compat } : (compat ?? {})
