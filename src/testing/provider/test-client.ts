import { createSessionClient, type Environment, type Session, type SessionClient } from 'sessionchart'
import type { MemoryServer } from './memory-server'

/** A page that nothing happens to, with no tabs beside it. What would end after some time does not end. */
const quietPage: Partial<Environment> = {
  after: () => () => {},
  on: () => {},
  openChannel: () => null,
  writeShared: () => false,
  readShared: () => null,
  hasLocks: () => false,
  requestLock: () => null,
}

/** A real client whose server is in memory, and whose page nobody leaves. */
export function createTestClient(
  session: Session | null | undefined,
  { fetch }: MemoryServer,
): SessionClient {
  const client = createSessionClient<Session>({ session, environment: { ...quietPage, fetch } })
  const { getSession, update, signOut } = client
  // What is known is not asked for: a read would show as such, and React complains of what a test does not wait for.
  const read = async () => {
    const { data } = client.getState()
    return data === undefined ? getSession() : data
  }
  return Object.assign(client, {
    getSession: read,
    update: (data) => (data === undefined ? read() : update(data)),
    async signOut(options, dialect) {
      const response = await signOut({ ...options, redirect: false }, dialect)
      return options?.redirect === false ? response : undefined
    },
    async signIn(provider) {
      // Not a `SessionError`: forms show those as what the server said, and the test would not hear of it.
      throw new Error(
        `sessionchart: signIn(${JSON.stringify(provider) ?? ''}) in a <TestSessionProvider>, which does not know who ` +
          'that signs in. Mock signIn, that of the module or of getSessionClient(), or give another session.',
      )
    },
    async requireSignIn() {},
  } satisfies Partial<SessionClient>)
}
