/** The public names of what a session client is doing: a state may be divided by a minor version, its tag stays. */
export type SessionTag =
  | 'loading'
  | 'authenticated'
  | 'unauthenticated'
  /** Known to be signed out, as opposed to not known to be signed in. */
  | 'signed-out'
  /** What is known will be asked for again in a moment, because something may have changed it. */
  | 'doubted'
  | 'fetching'
  | 'updating'
  | 'signing-in'
  | 'signing-out'
  | 'leaving'
  /** The session is about to end. */
  | 'expiring'
