import type { SessionFailure } from 'sessionchart/machines/session'

/** What the server made of a posted sign-in or sign-out. */
export type PostReply =
  | { type: 'accepted'; at: number }
  | { type: 'csrf-rejected'; failure: SessionFailure }
  | { type: 'refused'; failure: SessionFailure }
