export type Target = 'sessionchart/react' | 'sessionchart/v4'

interface Entry {
  /** The major of next-auth whose exports and types the entry has. */
  major: number
  /** What apps can go on importing: the names of either version of `next-auth/react` that the entry has. */
  exports: string[]
  /** What is an interface both there and in that next-auth, so that an app can add to it from outside. */
  interfaces: string[]
}

const INTERFACES = ['SessionProviderProps', 'SignInOptions', 'SignInResponse', 'SignOutParams']
const BOTH = [
  ...INTERFACES,
  'ClientSafeProvider',
  'GetSessionParams',
  'LiteralUnion',
  // Not of next-auth, unless an app has declared it there.
  'Session',
  'SessionContext',
  'SessionContextValue',
  'SessionProvider',
  'SignInAuthorizationParams',
  'SignOutResponse',
  'UseSessionOptions',
  'getCsrfToken',
  'getProviders',
  'getSession',
  'signIn',
  'signOut',
  'useSession',
]

/** The entries that stand in for `next-auth/react`. A test compares them with what there really is. */
export const entries: Record<Target, Entry> = {
  'sessionchart/react': {
    major: 5,
    exports: [...BOTH, 'UpdateSession', '__NEXTAUTH'],
    interfaces: [...INTERFACES, 'GetSessionParams'],
  },
  'sessionchart/v4': {
    major: 4,
    exports: BOTH,
    interfaces: [...INTERFACES, 'ClientSafeProvider', 'SignOutResponse', 'UseSessionOptions'],
  },
}

/** The entry that `--to` means. */
export function entryNamed(name: string): Target | undefined {
  return targets.find((target) => target === `sessionchart/${name}`)
}

/** The entry for a major of next-auth, if there is one. */
export function entryFor(major: number | undefined): Target | undefined {
  return targets.find((target) => entries[target].major === major)
}

const targets = Object.keys(entries) as Target[]
