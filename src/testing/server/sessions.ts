import type { Session } from 'sessionchart'
import type { AuthCallbacks } from './callbacks'
import type { AuthVersion } from './options'
import { report } from './report'
import { asSent, signed, type Token, tokenOfUser, userOf } from './token'
import { endOf, isOver, putSession, type SignedIn, type Visitor } from './visitor'

/** The session of one visitor. */
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

interface Rules {
  version: AuthVersion
  callbacks: AuthCallbacks
  /** In seconds. */
  maxAge: number
  /** In epoch milliseconds. */
  now: () => number
}

export function createSessions(rules: Rules, visitor: Visitor): Sessions {
  const { version, callbacks, maxAge, now } = rules
  const { jwt = ({ token }) => token, session: toSession = ({ session }) => session } = callbacks

  /** Somebody whose session begins now, or is as good as new. */
  function renewed(token: Token): SignedIn {
    const endsAt = now() + maxAge * 1_000
    const session = { user: userOf(token), expires: new Date(endsAt).toISOString() } as Session
    return { token, session, isPut: false, endsAt }
  }

  async function told(found: SignedIn, update: { data: unknown } | undefined): Promise<SignedIn | null> {
    // Another object: the answer sets the cookie once more.
    if (found.isPut && !update) return { ...found }
    const trigger = update && { trigger: 'update' }
    const token = (await jwt({ token: found.token, ...trigger, session: update?.data })) as Token | null
    if (token === null) return null
    // v4 fills the session before it has the new token.
    const shown = userOf(version === 'v4' ? found.token : token)
    const next = found.isPut ? found : renewed(token)
    const user = { ...(found.isPut && found.session.user), ...shown }
    const session = asSent(await toSession({ session: { ...next.session, user }, token })) as Session
    const endsAt = found.isPut ? endOf(session, now()) : next.endsAt
    return { ...next, token: signed(token, rules), session, endsAt }
  }

  return {
    get current() {
      const { signedIn } = visitor
      return signedIn && !isOver(signedIn, now()) ? signedIn.session : null
    },
    put(session) {
      visitor.signedIn = putSession(session, now())
    },
    async signIn(user, providerId) {
      const account = { providerAccountId: Object(user).id, type: 'credentials', provider: providerId }
      const first = tokenOfUser(user)
      const token = await jwt({ token: first, user, account, isNewUser: false, trigger: 'signIn' })
      visitor.signedIn = token === null ? null : renewed(signed(token as Token, rules))
    },
    async tell(update) {
      const found = visitor.signedIn
      try {
        const next = found && !isOver(found, now()) ? await told(found, update) : null
        // Not for somebody who has signed out meanwhile.
        if (visitor.signedIn) visitor.signedIn = next
        return next?.session ?? null
      } catch (error) {
        report(error)
        visitor.signedIn = null
        return null
      }
    },
  }
}
