import type { SessionFailure } from 'sessionchart/machines/session'

/** What the server made of a posted sign-in or sign-out. */
export type PostReply =
  /** With `doubt`, it is that failure if nobody turns out to be signed in. */
  | { type: 'accepted'; at: number; sentAt: number; epoch: number; doubt?: SessionFailure }
  | { type: 'csrf-rejected'; failure: SessionFailure }
  | { type: 'refused'; failure: SessionFailure }
