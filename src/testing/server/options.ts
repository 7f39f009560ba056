import type { Session } from 'sessionchart'
import type { AuthCallbacks } from './callbacks'
import type { TestProvider } from './providers'
import type { Authorize, TestUser } from './users'

/** The versions of Auth.js servers: `'v5'` is `@auth/core`, `'v4'` is next-auth 4. */
export type AuthVersion = 'v5' | 'v4'

/** What the server is like, and whom it knows. All of it may be left out. */
export interface AuthServerOptions {
  /** Which server it is like. Default `'v5'`. */
  version?: AuthVersion | undefined
  /** The path of the endpoints on any origin, or their absolute URL. Default `/api/auth`. */
  basePath?: string | undefined
  /**
   * Who can sign in: with the password, and the `name`, `email`, `id` or `username` in another field, however your
   * form calls it.
   */
  users?: readonly TestUser[] | undefined
  /** Decides in the place of `users` who signs in, as the `authorize` of your credentials provider does. */
  authorize?: Authorize | undefined
  /** Who is signed in at first, as the app sees it. Default: nobody. */
  session?: Session | null | undefined
  /** The ways to sign in. One for credentials is added where it is missing and there are users. */
  providers?: readonly TestProvider[] | undefined
  /** Default: the session has the user's name, email and image, and an update changes nothing. */
  callbacks?: AuthCallbacks | undefined
  /** Seconds after which the session of who has signed in ends unless it is asked for. Default 30 days. */
  maxAge?: number | undefined
  /** The server's clock, in epoch milliseconds. Default `Date.now`, as it is when it is needed. */
  now?: (() => number) | undefined
}
