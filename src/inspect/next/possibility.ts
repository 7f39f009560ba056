/** What may happen to a session next. */
export type PossibilityName =
  /** It is time for a poll. */
  | 'poll'
  /** A failed request is tried again. */
  | 'retry'
  /** The tab comes to the front. */
  | 'focus'
  /** The network is back. */
  | 'reconnect'
  /** The page is back out of the back/forward cache. */
  | 'restored'
  /** `refetchKey` changes. */
  | 'navigation'
  /** Another tab says that something has changed. */
  | 'other-tab'
  /** The app gives another `session` prop. It is shown; this is about the read after it. */
  | 'prop'
  /** The app calls `refetch`, or what else reads the session. */
  | 'call'
  | 'update'
  | 'sign-in'
  | 'sign-out'
  /** The session comes to its end. */
  | 'expiry'

/** What would come of it, if it happened with everything as it is now. */
export type Verdict =
  /** It comes by itself, and is acted on. */
  | 'will'
  /** It does not come by itself. If it comes, it is acted on at once. */
  | 'may'
  /** It is answered by a request that is under way. */
  | 'joins'
  /** It is acted on when something else is over. */
  | 'waits'
  /** Nothing comes of it. */
  | 'no'

/** What may happen next, and what would come of it. */
export interface Possibility {
  name: PossibilityName
  verdict: Verdict
  /** When it comes by itself, or when what it waits for is over, where that is known: epoch milliseconds. */
  dueAt?: number
  /** A sentence that says why, without anything personal. */
  reason: string
}
