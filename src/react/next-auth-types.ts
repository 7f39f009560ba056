import type { AuthjsProviderId, AuthjsProviderType } from 'sessionchart/authjs-session'
import type {
  ClientSafeProvider as BaseProvider,
  SignInOptions as BaseSignInOptions,
  SignOutOptions,
} from 'sessionchart/client'

/** The options of `signIn`; the fields of a credentials form come along with them. */
export interface SignInOptions<Redirect extends boolean = true> extends BaseSignInOptions<Redirect> {}

/** The options of `signOut`. */
export interface SignOutParams<Redirect extends boolean = true> extends SignOutOptions<Redirect> {}

/** A way to sign in, as the server describes it to browsers. */
export interface ClientSafeProvider extends BaseProvider {
  id: AuthjsProviderId
  type: AuthjsProviderType
  /** next-auth declares it; its server does not send it. */
  redirectTo: string
}

/** Some strings by name, and any other. */
export type LiteralUnion<T extends U, U = string> = T | (U & Record<never, never>)

/** next-auth's parameters of `getSession`. They change nothing: a read is never announced to other tabs. */
export interface GetSessionParams {
  event?: 'storage' | 'timer' | 'hidden' | string
  triggerEvent?: boolean
  broadcast?: boolean
}
