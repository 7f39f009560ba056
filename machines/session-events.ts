import type { RefetchTrigger } from './refetch-triggers'
import type { AnswerTrigger, SessionCause } from './session-cause'
import type { RedirectPolicy, SessionSettings } from './session-context'
import type { ClockBounds, SessionData } from './session-data'
import type { SessionFailure } from './session-failure'
import type { Order } from './tab-order'

/**
 * Requests, in the imperative. An `id` belongs to a call that waits for a result.
 * @inline
 */
type SessionRequest =
  | { type: 'session.refetch'; at: number; trigger: RefetchTrigger; id?: string }
  | { type: 'session.update'; at: number; id: string }
  | { type: 'session.signIn'; at: number; id: string; provider: string | null; redirect: RedirectPolicy }
  | { type: 'session.signOut'; at: number; id: string; redirect: RedirectPolicy }
  | { type: 'session.leave'; at: number; id: string }

/**
 * What the app has said.
 * @inline
 */
type SessionInstruction =
  | { type: 'session.provided'; at: number; session: SessionData | null; user: string | null }
  | { type: 'settings.changed'; at: number; settings: SessionSettings }

/**
 * What has happened around the app.
 * @inline
 */
type SurroundingFact =
  | { type: 'network.lost'; at: number }
  | { type: 'network.restored'; at: number }
  | { type: 'tab.becameVisible'; at: number }
  | { type: 'tab.becameHidden'; at: number }
  | { type: 'page.left'; at: number }
  | { type: 'page.restored'; at: number }
  | { type: 'otherTab.changed'; at: number }
  | { type: 'otherTab.signedOut'; at: number }
  | { type: 'tabs.unavailable'; at: number }

/**
 * What the tabs that run this package agree about. An epoch is the number of a write, a stamp that of a request.
 * @inline
 */
type TabFact =
  /**
   * Messages come from now on. `epoch` is the number of the last write, `out` that of the last sign-out, `openSince` and
   * `readAt` as below. The page may be older than the last write, or the one to which a tab has come back that had left
   * to sign in.
   */
  | {
      type: 'tabs.joined'
      at: number
      epoch: number
      out: number
      openSince: number | null
      readAt: number | null
      mayBeOld: boolean
      isReturn: boolean
    }
  /**
   * This tab may ask. `epoch` is the number of the last write. `openSince` says when one got its turn that has not said
   * that it was over. `readAt` is the stamp of the last answer to a tab: about when it asked.
   */
  | { type: 'turn.came'; at: number; epoch: number; openSince: number | null; readAt: number | null }
  /** Another tab has taken the turn away, because this one seemed to be dead. */
  | { type: 'turn.lost'; at: number }
  | { type: 'otherTab.began'; at: number; from: string; epoch: number }
  | ({
      type: 'otherTab.answered'
      at: number
      session: SessionData | null
      user: string | null
      expiresAt: number | null
      tookMs: number
      why: 'read' | 'update' | 'sign-in' | 'sign-out'
    } & Order)
  /** The write of that number is over. `stamp` is that of an answer that has come after it. */
  | { type: 'otherTab.ended'; at: number; from: string; epoch: number; stamp?: number }
  | ({ type: 'otherTab.failed'; at: number; failures: number; pauseMs: number } & Order)
  /** A tab that has just been opened wants to know what was answered last. */
  | { type: 'otherTab.asked'; at: number; from: string }

/**
 * What the chart tells its own regions.
 * @inline
 */
type InternalFact =
  | {
      type: 'session.answered'
      at: number
      trigger: AnswerTrigger
      session: SessionData | null
      user: string | null
      httpStatus?: number
      clock?: ClockBounds
      sentAt?: number
      /** Another tab has asked. */
      adopted?: { order: Order; expiresAt: number | null; tookMs: number }
    }
  | {
      type: 'session.failed'
      at: number
      failure: SessionFailure
      jitter: number
      /** Another tab has asked. */
      adopted?: { failures: number; pauseMs: number }
    }
  | { type: 'session.ended'; at: number }
  | { type: 'operation.began'; at: number }
  | { type: 'operation.ended'; at: number }
  | { type: 'page.leaving' }
  | { type: 'lane.freed'; at: number }

export type SessionEvent = SessionRequest | SessionInstruction | SurroundingFact | TabFact | InternalFact

/** What the chart says to the client that runs it. */
export type SessionEmitted =
  /** The calls with these ids have their answer: it is in the context, or it is the failure. */
  | { type: 'settled'; ids: string[]; failure: SessionFailure | null }
  /** Somebody signed in or out, or another user is signed in. */
  | { type: 'changed'; session: SessionData | null; cause: SessionCause }
  /** A request failed; it is the first after one that did not. */
  | { type: 'failed'; failure: SessionFailure; isFirst: boolean }
  /** An effect threw that must not throw. The chart goes on without it. */
  | { type: 'faulted'; effect: string; error: unknown }

/** The event of the given type or types. */
export type EventOf<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>
