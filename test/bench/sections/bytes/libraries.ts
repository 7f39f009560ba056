import type { LibraryName } from '../../libraries'

const names = '{ SessionProvider, useSession, signIn, signOut }'

/** The module of an app that provides the session, uses it, signs in and out: once with each library. */
export const apps: Record<LibraryName, string> = {
  sessionchart: `export ${names} from 'sessionchart/react'`,
  'next-auth v5': `export ${names} from 'next-auth/react'`,
  'next-auth v4': `export ${names} from 'next-auth-v4/react'`,
  // It has no provider.
  'better-auth': `import { createAuthClient } from 'better-auth/react'
export const { useSession, signIn, signOut } = createAuthClient()`,
}
