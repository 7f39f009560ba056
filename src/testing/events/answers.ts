import { type Session, SessionOptionError } from 'sessionchart'
import type {
  ClockBounds,
  KnownAnswer,
  SessionAnswer,
  SessionData,
  SessionErrorCode,
  SessionFailure,
} from 'sessionchart/machines/session'

/** When something happens. */
export interface EventTime {
  /** In epoch milliseconds. Default: `Date.now()`. */
  at?: number | undefined
}

/** What else is known of an answer. */
export interface AnswerFacts extends EventTime {
  /** Whose session it is. Default: `user.id`, else `user.email`. */
  user?: string | null | undefined
  /** Default: 200. */
  httpStatus?: number | undefined
  /** How far the server's clock is ahead, in milliseconds. */
  clock?: ClockBounds | undefined
  /** When the request was sent, in epoch milliseconds. One that took longer than the timeout is out of date. */
  sentAt?: number | undefined
  /** The number of the last sign-in, sign-out or update of any tab. A newer one makes the answer out of date. */
  epoch?: number | undefined
}

/** What else is known of a request that has failed. */
export interface FailureFacts extends EventTime {
  /** From 0 to 1: how far the pause before the next try is stretched, from half of a step to all of it. Default: 0. */
  jitter?: number | undefined
}

export function knownAnswer(session: Session | SessionData | null, facts: AnswerFacts = {}): KnownAnswer {
  const isSession = typeof session === 'object' && !Array.isArray(session)
  if (!isSession || (session && Object.keys(session).length === 0))
    throw new SessionOptionError('session', session, 'an object with keys, or null when nobody is signed in')
  const { user, clock, sentAt, epoch, httpStatus = 200 } = facts
  const answer = {
    at: timeOf(facts),
    httpStatus,
    ...(clock !== undefined && { clock }),
    ...(sentAt !== undefined && { sentAt }),
    ...(epoch !== undefined && { epoch }),
  }
  if (session === null) return { type: 'signed-out', ...answer }
  const owner = user === undefined ? identityOf(session) : user
  return { type: 'signed-in', session: session as SessionData, user: owner, ...answer }
}

export function unknownAnswer(
  failure: SessionErrorCode | SessionFailure,
  { jitter = 0, ...facts }: FailureFacts = {},
): SessionAnswer {
  if (!(jitter >= 0 && jitter <= 1)) throw new SessionOptionError('jitter', jitter, 'from 0 to 1')
  return { type: 'unknown', at: timeOf(facts), failure: failureFrom(failure), jitter }
}

export function failureFrom(failure: SessionErrorCode | SessionFailure): SessionFailure {
  const given = typeof failure === 'string' ? { code: failure, message: MESSAGES[failure] } : Object(failure)
  if (!Object.hasOwn(MESSAGES, given.code)) {
    const codes = Object.keys(MESSAGES).map((code) => `"${code}"`)
    throw new SessionOptionError('code', given.code, `one of ${codes.join(', ')}`)
  }
  return given
}

export function timeOf({ at = Date.now() }: EventTime): number {
  if (!Number.isFinite(at)) throw new SessionOptionError('at', at, 'a time in epoch milliseconds')
  return at
}

/** Whose session it is, unless the app has another rule: `user.id`, else `user.email`. */
export function identityOf(session: object): string | null {
  const { id, email } = Object((session as SessionData).user)
  const user: unknown = id ?? email
  return typeof user === 'string' || typeof user === 'number' ? String(user) : null
}

const MESSAGES: Record<SessionErrorCode, string> = {
  network: 'The network is dead.',
  timeout: 'The answer took too long.',
  http: 'The server has answered with an error.',
  parse: 'The answer cannot be read.',
  csrf: 'The csrf token was rejected.',
  credentials: 'The credentials were rejected.',
  providers: 'The provider is unknown.',
  redirect: 'The address is none to go to.',
  busy: 'Another sign-in or sign-out is running.',
}
