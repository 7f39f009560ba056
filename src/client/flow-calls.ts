/** Which `next-auth/react` a call imitates. Either speaks with either server. */
export type Dialect = 'v4' | 'v5'

/** Parameters that go along to the provider's own sign-in page. */
export type SignInAuthorizationParams = string | string[][] | Record<string, string> | URLSearchParams

/** The options of `signOut`. */
export interface SignOutOptions<Redirect extends boolean = boolean> {
  /** Where to go when it worked. Default: the current page. */
  redirectTo?: string
  /** next-auth v4's name for `redirectTo`. */
  callbackUrl?: string
  /** `false`: stay on the page and give the result. Default `true`. */
  redirect?: Redirect
}

/** The options of `signIn`; the fields of a credentials form come along with them. */
export interface SignInOptions<Redirect extends boolean = boolean>
  extends SignOutOptions<Redirect>,
    Record<string, unknown> {}
