import type { ClockBounds, SessionData } from './session-data'
import type { SessionFailure } from './session-failure'

/**
 * The three things a request for the session can come to. Only the first two say who is signed in. `epoch` is the
 * number of the last write of any tab as the answer arrives.
 */
export type SessionAnswer =
  | {
      type: 'signed-in'
      at: number
      session: SessionData
      user: string | null
      httpStatus: number
      clock?: ClockBounds
      sentAt?: number
      epoch?: number
    }
  | {
      type: 'signed-out'
      at: number
      httpStatus?: number
      clock?: ClockBounds
      sentAt?: number
      epoch?: number
    }
  | { type: 'unknown'; at: number; failure: SessionFailure; jitter: number }

/** An answer that says who is signed in. */
export type KnownAnswer = Exclude<SessionAnswer, { type: 'unknown' }>
