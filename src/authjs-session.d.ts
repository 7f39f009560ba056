// Written by hand and shipped as it is: a bundler would drop the comments that make a missing package an `any`
// instead of an error.

// @ts-ignore @auth/core may not be installed
import type { Session as AuthCoreSession } from '@auth/core/types'
// @ts-ignore next-auth may not be installed
import type { Session as NextAuthSession } from 'next-auth'
// @ts-ignore next-auth may not be installed, or not be v4
import type { BuiltInProviderType } from 'next-auth/providers'

// `0 extends 1 & T` cannot see a missing import
type IsAny<T> = boolean extends (T extends never ? true : false) ? true : false

export interface DefaultSession {
  user?: { id?: string; name?: string | null; email?: string | null; image?: string | null }
  expires: string
}

/** The `Session` of next-auth, else of `@auth/core`, else the fields that Auth.js sends by default. */
export type AuthjsSession =
  IsAny<NextAuthSession> extends false
    ? NextAuthSession
    : IsAny<AuthCoreSession> extends false
      ? AuthCoreSession
      : DefaultSession

/** The names of next-auth's own providers where it is installed, else any. */
export type AuthjsProvider = IsAny<BuiltInProviderType> extends false ? BuiltInProviderType : string
