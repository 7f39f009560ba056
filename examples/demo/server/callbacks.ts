import type { AuthConfig } from '@auth/core'
import type { Switches } from './switches'

/** What the sessions of the demo hold: a name that can be changed, and an end that the stage can bring near. */
export const callbacksOf = (switches: Switches) =>
  ({
    jwt({ token, trigger, session }) {
      const now = Date.now()
      const beganAt = Number(token.beganAt ?? now)
      const endsAt = switches.endOf(beganAt)
      if (endsAt !== null && endsAt <= now) return null
      const name = trigger === 'update' && session?.name ? String(session.name) : token.name
      return { ...token, beganAt, name }
    },
    session({ session, token }) {
      const endsAt = switches.endOf(Number(token.beganAt))
      const expires = endsAt === null ? session.expires : new Date(endsAt).toISOString()
      return { user: { name: token.name, email: token.email }, expires }
    },
  }) satisfies AuthConfig['callbacks']
