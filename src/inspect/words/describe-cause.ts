import { type SessionCause, SessionOptionError } from 'sessionchart'
import { isTabId } from '../tab-ids'
import { clockTime } from './clock-time'
import { failureWords } from './failure-words'
import { triggerWords } from './trigger-words'

/** How times are written. */
export interface DescribeOptions {
  /** Writes a time, given in epoch milliseconds. Default: hours and minutes on this device's clock, `14:03`. */
  time?: (at: number) => string
}

/** By then an end was noticed late: a device sleeps, a tab is frozen. */
const LATE_MS = 60_000

/**
 * Says in one sentence why the status is what it is. Nothing personal is in it: no name, no URL, no message of an
 * error.
 *
 * @throws SessionOptionError for a cause that this version does not know, as in a recording of a later one.
 *
 * @example
 * ```ts
 * describeCause(client.getState().cause) // Signed out because the session expired at 14:03.
 * ```
 */
export function describeCause(cause: SessionCause, { time = clockTime }: DescribeOptions = {}): string {
  const at = `at ${time(cause.at)}`
  switch (cause.type) {
    case 'starting':
      return `Nobody has said yet who is signed in, since the start ${at}.`
    case 'seeded':
      return `The app said so when it started ${at}.`
    case 'prop':
      return `The app said so ${at}, by its session prop.`
    case 'server':
      return `${found('The server said so', cause, at)}.`
    case 'signed-in':
      return `Signed in ${at} in this tab${httpStatus(cause)}.`
    case 'signed-out':
      return `Signed out ${at} in this tab${httpStatus(cause)}.`
    case 'signed-in-in-other-tab':
      return `Signed in ${at} because ${otherTab(cause)} said so${httpStatus(cause)}.`
    case 'signed-out-in-other-tab':
      return `Signed out ${at} because ${otherTab(cause)} said so${httpStatus(cause)}.`
    case 'expired': {
      const noticed = cause.at - cause.expiresAt > LATE_MS ? `, which was noticed ${at}` : ''
      return `Signed out because the session expired at ${time(Math.min(cause.expiresAt, cause.at))}${noticed}.`
    }
    case 'unreachable':
      return `Nobody knows who is signed in: the first request failed ${at} (${failureWords(cause.failure)}).`
    case 'user-changed':
      return `${found('Another user is signed in: the server said so', cause, at)}.`
    default:
      throw unknownTo('cause.type', Object(cause).type)
  }
}

type Found = Extract<SessionCause, { trigger: unknown }>

/** What the server said to this tab, or to another one that passed it on. */
function found(what: string, cause: Found, at: string): string {
  const when = Object.hasOwn(triggerWords, cause.trigger) && triggerWords[cause.trigger]
  if (!when) throw unknownTo('cause.trigger', cause.trigger)
  const how = cause.tabId === undefined ? when : `to ${otherTab(cause)}`
  return `${what} ${at}, ${how}${httpStatus(cause)}`
}

const unknownTo = (name: string, value: unknown) =>
  new SessionOptionError(name, value, 'one that this version knows')

const otherTab = ({ tabId = '' }: { tabId?: string }) =>
  isTabId(tabId) || /^tab \d+$/.test(tabId) ? `the tab ${tabId.replace(/^tab /, '')}` : 'another tab'
const httpStatus = (cause: { httpStatus?: number }) =>
  cause.httpStatus === undefined ? '' : ` (HTTP ${cause.httpStatus})`
