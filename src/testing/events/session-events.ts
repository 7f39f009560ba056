import type { Session } from 'sessionchart'
import type {
  SessionData,
  SessionErrorCode,
  SessionEvent,
  SessionFailure,
} from 'sessionchart/machines/session'
import {
  type AnswerFacts,
  type EventTime,
  type FailureFacts,
  failureFrom,
  knownAnswer,
  timeOf,
  unknownAnswer,
} from './answers'
import { done, over, type SessionAlarm, type SessionEffect, type SessionLimit, thrown } from './session-waits'

/** Of one kind of request: how it can come back. */
const requestEvents = (effect: 'readSession' | 'updateSession') => ({
  /** The server says who is signed in; `null` is nobody. */
  answered: (session: Session | SessionData | null, facts?: AnswerFacts): SessionEvent =>
    done(effect, knownAnswer(session, facts)),
  /** The request has failed, or its answer does not say who is signed in. */
  failed: (failure: SessionErrorCode | SessionFailure, facts?: FailureFacts): SessionEvent =>
    done(effect, unknownAnswer(failure, facts)),
})

/**
 * What happens to the session chart from outside and has no plain event: its requests are answered, its alarms ring.
 *
 * Each gives an event for `transition(sessionMachine, snapshot, event)`, or for `actor.send`. It tells of what the
 * chart waits for in the state that it is used in. In another state the chart ignores it, as XState does with every
 * event that nobody waits for: `snapshot.can(event)` says beforehand whether anybody does. Only `threw` is not
 * ignored then: an error that nobody handles ends the chart, with `status: 'error'`.
 *
 * Times are in epoch milliseconds, and `Date.now()` unless `at` says otherwise. A failure is a code as
 * `SessionError` has it, or all that there is to say of it.
 *
 * @throws SessionOptionError for what no effect of the chart would say: a session without keys, a time that is none,
 *   an unknown code or name.
 *
 * @example
 * ```ts
 * const { read, elapsed } = sessionEvents
 * const [failed] = transition(sessionMachine, reading, read.failed('network', { at }))
 * const [again] = transition(sessionMachine, failed, elapsed('retry', { at: at + 1_000 }))
 * ```
 */
export const sessionEvents = {
  /** The read of the session that is out. */
  read: requestEvents('readSession'),

  /** The update that is out: `update()` with or without data. */
  update: requestEvents('updateSession'),

  /** The sign-in that runs. */
  signIn: {
    /** The server has accepted it, and this is the session that it made; `null` if there is none. */
    answered: (session: Session | SessionData | null, facts?: AnswerFacts): SessionEvent =>
      done('signIn', { type: 'answered', answer: knownAnswer(session, facts) }),
    /** The server has accepted it, but the session could not be read afterwards. */
    unread: (failure: SessionErrorCode | SessionFailure, facts?: FailureFacts): SessionEvent =>
      done('signIn', { type: 'answered', answer: unknownAnswer(failure, facts) }),
    /** The browser is to go elsewhere: with what the server has answered, or to a page that says what went wrong. */
    redirected: (because: 'answer' | 'failure' = 'answer'): SessionEvent =>
      done('signIn', { type: 'redirect', because }),
    /** It came to nothing. */
    failed: (failure: SessionErrorCode | SessionFailure): SessionEvent =>
      done('signIn', { type: 'failed', failure: failureFrom(failure) }),
    /** It came to nothing while the page was on its way out. */
    stranded: (): SessionEvent => done('signIn', { type: 'stranded' }),
  },

  /** The sign-out that runs. */
  signOut: {
    /** The server has done it. */
    answered: (facts: Pick<AnswerFacts, 'at' | 'sentAt' | 'epoch'> = {}): SessionEvent =>
      done('signOut', { ...facts, type: 'signed-out', at: timeOf(facts) }),
    /** The server has done it, and the browser is to go elsewhere. */
    redirected: (): SessionEvent => done('signOut', { type: 'redirect' }),
    /** It came to nothing. */
    failed: (failure: SessionErrorCode | SessionFailure): SessionEvent =>
      done('signOut', { type: 'failed', failure: failureFrom(failure) }),
  },

  /** The browser is told to go elsewhere. */
  navigate: {
    /** It has been told; the page may go away at any time. */
    departed: (): SessionEvent => done('navigate'),
  },

  /** The turn among the tabs, for which every request waits first. Without other tabs it comes at once. */
  turn: {
    /**
     * This tab may ask. `epoch` is the number of the last sign-in, sign-out or update of any tab (default: 0),
     * `openSince` when one was begun that has not said how it ended, `readAt` about when a tab last asked (both:
     * `null` by default, there is none).
     */
    came: (
      facts: EventTime & { epoch?: number; openSince?: number | null; readAt?: number | null } = {},
    ): SessionEvent => {
      const { epoch = 0, openSince = null, readAt = null } = facts
      return { type: 'turn.came', at: timeOf(facts), epoch, openSince, readAt }
    },
    /** Another tab has taken it away. */
    lost: (facts: EventTime = {}): SessionEvent => ({ type: 'turn.lost', at: timeOf(facts) }),
  },

  /** An alarm rings, or a time limit is over. A limit carries no time: `at` is for alarms. */
  elapsed: (wait: SessionAlarm | SessionLimit, facts: EventTime = {}): SessionEvent =>
    over(wait, timeOf(facts)),

  /** An effect throws, which it must not: the requests of a client answer with their failures instead. */
  threw: (effect: SessionEffect | SessionAlarm, error: unknown): SessionEvent => thrown(effect, error),
}
