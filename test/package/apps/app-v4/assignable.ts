// Whatever an app does with a value of next-auth it can do with ours; the types go both ways, for mocks.
import type * as theirs from 'next-auth/react'
import type * as ours from 'sessionchart/v4'

type Fits<Given, Wanted> = [Given] extends [Wanted] ? true : { given: Given; wanted: Wanted }
type Same<A, B> = [Fits<A, B>, Fits<B, A>] extends [true, true] ? true : [Fits<A, B>, Fits<B, A>]

export const values: { [Name in keyof typeof theirs]: Fits<(typeof ours)[Name], (typeof theirs)[Name]> } = {
  SessionContext: true,
  SessionProvider: true,
  getCsrfToken: true,
  getProviders: true,
  getSession: true,
  signIn: true,
  signOut: true,
  useSession: true,
}

type Props = theirs.SessionProviderProps
export const types: Record<string, true> = {
  context: true as Same<ours.SessionContextValue, theirs.SessionContextValue>,
  requiredContext: true as Same<ours.SessionContextValue<true>, theirs.SessionContextValue<true>>,
  getSession: true as Same<ours.GetSessionParams, theirs.GetSessionParams>,
  csrf: true as Same<Parameters<typeof ours.getCsrfToken>, Parameters<typeof theirs.getCsrfToken>>,
  provider: true as Same<ours.ClientSafeProvider, theirs.ClientSafeProvider>,
  signIn: true as Same<ours.SignInOptions, theirs.SignInOptions>,
  params: true as Same<ours.SignInAuthorizationParams, theirs.SignInAuthorizationParams>,
  signOut: true as Same<ours.SignOutParams, theirs.SignOutParams>,
  signOutStaying: true as Same<ours.SignOutParams<false>, theirs.SignOutParams<false>>,
  response: true as Same<ours.SignInResponse, theirs.SignInResponse>,
  signOutResponse: true as Same<ours.SignOutResponse, theirs.SignOutResponse>,
  options: true as Same<ours.UseSessionOptions<true>, theirs.UseSessionOptions<true>>,
  literal: true as Same<ours.LiteralUnion<'a'>, theirs.LiteralUnion<'a'>>,
  props: true as Same<Pick<ours.SessionProviderProps, keyof Props>, Props>,
}
