import { createAuthClient } from 'better-auth/react'
import { betterAuthSession } from '../server'
import type { CreateLibrary } from './library'

export const createLibrary: CreateLibrary = () => {
  const client = createAuthClient({ baseURL: location.origin })
  const session = betterAuthSession()
  // biome-ignore lint/suspicious/noExplicitAny: dates are strings on their way from a server
  if (session) client.hydrateSession(session as any)
  type Value = ReturnType<typeof client.useSession>
  let latest: Value
  const userOf = (value: Value) => {
    latest = value
    return value.data?.user
  }
  return {
    // It has no provider.
    provide: (app) => app,
    useUser: () => userOf(client.useSession()),
    usePart: (part) => userOf(client.useSession())?.[part],
    refetch: () => latest.refetch(),
    update: (name) => client.updateUser({ name }),
    signOut: () => client.signOut(),
    isIdle: () => !latest.isPending && !latest.isRefetching,
  }
}
