/** The public names of what a session client is doing: state paths may change, tags do not. */
export type SessionTag =
  | 'loading'
  | 'authenticated'
  | 'unauthenticated'
  /** Known to be signed out, as opposed to not known to be signed in. */
  | 'signed-out'
  | 'fetching'
  | 'updating'
  | 'signing-in'
  | 'signing-out'
  | 'leaving'
  /** The session is about to end. */
  | 'expiring'
