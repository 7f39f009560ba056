import type { Session } from 'sessionchart'
import type { AuthCallbacks } from './callbacks'
import type { AuthVersion } from './options'
import { report } from './report'
import { asSent, signed, type Token, tokenOfSession, tokenOfUser, userOf } from './token'

/** The one session that the server has. */
export interface Sessions {
  /** As the app was told last. Before it has asked: what it is told without callbacks. */
  readonly current: Session | null
  /** Puts a session there as a whole. The callbacks change it in updates alone. */
  put(session: Session | null): void
  /** @throws whatever the app's callback throws. */
  signIn(user: object, providerId: string): Promise<void>
  /** What a request for the session is answered. With `update`, what the app updates with. */
  tell(update?: { data: unknown }): Promise<Session | null>
}

interface SignedIn {
  token: Token
  session: Session
  /** It was put there, and is what an update begins with. */
  isPut: boolean
  /** Epoch milliseconds. */
  endsAt: number
}

interface Rules {
  version: AuthVersion
  callbacks: AuthCallbacks
  /** In seconds. */
  maxAge: number
}

export function createSessions({ version, callbacks, maxAge }: Rules): Sessions {
  const { jwt = ({ token }) => token, session: toSession = ({ session }) => session } = callbacks
  let signedIn: SignedIn | null = null

  /** Somebody whose session begins now, or is as good as new. */
  function renewed(token: Token): SignedIn {
    const endsAt = Date.now() + maxAge * 1_000
    const session = { user: userOf(token), expires: new Date(endsAt).toISOString() } as Session
    return { token, session, isPut: false, endsAt }
  }

  async function told(found: SignedIn, update: { data: unknown } | undefined): Promise<SignedIn | null> {
    if (found.isPut && !update) return found
    const trigger = update && { trigger: 'update' }
    const token = (await jwt({ token: found.token, ...trigger, session: update?.data })) as Token | null
    if (token === null) return null
    // v4 fills the session before it has the new token.
    const shown = userOf(version === 'v4' ? found.token : token)
    const next = found.isPut ? found : renewed(token)
    const user = { ...(found.isPut && found.session.user), ...shown }
    const session = asSent(await toSession({ session: { ...next.session, user }, token })) as Session
    const endsAt = found.isPut ? endOf(session) : next.endsAt
    return { ...next, token: signed(token, maxAge), session, endsAt }
  }

  return {
    get current() {
      return signedIn && !isOver(signedIn) ? signedIn.session : null
    },
    put(session) {
      signedIn = session && { token: tokenOfSession(session), session, isPut: true, endsAt: endOf(session) }
    },
    async signIn(user, providerId) {
      const account = { providerAccountId: Object(user).id, type: 'credentials', provider: providerId }
      const first = tokenOfUser(user)
      const token = await jwt({ token: first, user, account, isNewUser: false, trigger: 'signIn' })
      signedIn = token === null ? null : renewed(signed(token as Token, maxAge))
    },
    async tell(update) {
      const found = signedIn
      try {
        const next = found && !isOver(found) ? await told(found, update) : null
        // Not for somebody who has signed out meanwhile.
        if (signedIn) signedIn = next
        return next?.session ?? null
      } catch (error) {
        report(error)
        signedIn = null
        return null
      }
    },
  }
}

const isOver = ({ endsAt }: SignedIn) => endsAt <= Date.now()

/** The usual fixture has an end that is long over: such a session does not end. */
function endOf({ expires }: Session): number {
  const end = Date.parse(expires)
  return end > Date.now() ? end : Number.POSITIVE_INFINITY
}
