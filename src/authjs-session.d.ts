// Written by hand and shipped as it is: a bundler would drop the comments that make a missing package an `any`
// instead of an error.

// @ts-ignore the types of Node may not be installed
import type { IncomingMessage } from 'node:http'
// @ts-ignore @auth/core may not be installed
import type { Session as AuthCoreSession } from '@auth/core/types'
// @ts-ignore next-auth may not be installed
import type { Session as NextAuthSession } from 'next-auth'
// `/index`, because v4 exports `providers/*` alone.
// @ts-ignore next-auth may not be installed; the first name is v4's, the second v5's
import type { BuiltInProviderType, ProviderId, ProviderType } from 'next-auth/providers/index'

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

/** The request that a server is answering: Node's, else what is read of it. */
export type ServerRequest =
  IsAny<IncomingMessage> extends false
    ? // biome-ignore lint/suspicious/noExplicitAny: next-auth's type
      Partial<IncomingMessage> & { body?: any }
    : { headers?: object; url?: string; method?: string; body?: unknown }

/** The names of v4's own providers where it is installed, else any. */
export type AuthjsProvider = IsAny<BuiltInProviderType> extends false ? BuiltInProviderType : string

/** The names of v5's own providers, and any other. */
export type AuthjsProviderId = IsAny<ProviderId> extends false ? ProviderId : string

/** The kinds of provider that next-auth knows where it is installed, else any. */
export type AuthjsProviderType = IsAny<ProviderType> extends false ? ProviderType : string

// Without this line everything above would be exported.
// biome-ignore lint/complexity/noUselessEmptyExport: it is what makes the rest private
export {}
