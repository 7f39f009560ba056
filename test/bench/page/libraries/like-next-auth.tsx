import type { ComponentType, ReactNode } from 'react'
import { areAnswersRead, authjsSession } from '../server'
import type { Library } from './library'

interface SessionValue {
  data?: { user?: { name?: string | null; email?: string | null } } | null | undefined
  update(data: { name: string }): unknown
}

interface NextAuth {
  // biome-ignore lint/suspicious/noExplicitAny: each has its own type of session
  SessionProvider: ComponentType<{ session: any; children: ReactNode }>
  useSession(): SessionValue
  signOut(options: { redirect: false }): unknown
}

/** An app on `next-auth/react`, or on what is used as that is. */
export function likeNextAuth(
  { SessionProvider, useSession, signOut }: NextAuth,
  refetch: () => unknown,
): Library {
  const session = authjsSession()
  // Of next-auth, `update` is another function after each change.
  let latest: SessionValue
  const userOf = (value: SessionValue) => {
    latest = value
    return value.data?.user
  }
  return {
    provide: (app) => <SessionProvider session={session}>{app}</SessionProvider>,
    useUser: () => userOf(useSession()),
    usePart: (part) => userOf(useSession())?.[part],
    refetch,
    update: (name) => latest.update({ name }),
    signOut: () => signOut({ redirect: false }),
    isIdle: areAnswersRead,
  }
}
