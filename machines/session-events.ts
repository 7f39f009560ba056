import type { RefetchTrigger } from './refetch-triggers'
import type { AnswerTrigger, SessionCause } from './session-cause'
import type { RedirectPolicy, SessionSettings } from './session-context'
import type { ClockBounds, SessionData } from './session-data'
import type { SessionFailure } from './session-failure'

/** Requests, in the imperative. An `id` belongs to a call that waits for a result. */
type SessionRequest =
  | { type: 'session.refetch'; at: number; trigger: RefetchTrigger; id?: string }
  | { type: 'session.update'; at: number; id: string }
  | { type: 'session.signIn'; at: number; id: string; provider: string | null; redirect: RedirectPolicy }
  | { type: 'session.signOut'; at: number; id: string; redirect: RedirectPolicy }
  | { type: 'session.leave'; at: number; id: string }

/** What the app has said. */
type SessionInstruction =
  | { type: 'session.provided'; at: number; session: SessionData | null; user: string | null }
  | { type: 'settings.changed'; at: number; settings: SessionSettings }

/** What has happened around the app. */
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

/** What the chart tells its own regions. */
type InternalFact =
  | {
      type: 'session.answered'
      at: number
      trigger: AnswerTrigger
      session: SessionData | null
      user: string | null
      httpStatus?: number
      clock?: ClockBounds
    }
  | { type: 'session.failed'; at: number; failure: SessionFailure; jitter: number }
  | { type: 'session.ended'; at: number }
  | { type: 'operation.began' }
  | { type: 'operation.ended' }
  | { type: 'lane.freed'; at: number }

export type SessionEvent = SessionRequest | SessionInstruction | SurroundingFact | InternalFact

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
