import type { Session } from 'sessionchart'
import { type Token, tokenOfSession } from './token'

/**
 * The cookies of one browser, as plain data that `structuredClone` copies. What is in it is up to the server: make one
 * with `createVisitor`, and lay over it what an answer sets.
 */
export interface Visitor {
  /** The session that the cookie holds, as with JWT sessions. The server knows no other. */
  signedIn: SignedIn | null
  /** Where the browser wants to go, once an answer has set it. The csrf token was set with it. */
  callbackUrl: string | null
}

/**
 * What is in the cookie of somebody who is signed in.
 * @inline
 */
export interface SignedIn {
  token: Token
  /** As the app was told last. */
  session: Session
  /** It was put there, and is what an update begins with. */
  isPut: boolean
  /** Epoch milliseconds. */
  endsAt: number
}

/** Somebody who has a session and has never been here. */
export const newVisitor = (session: Session | null, at: number): Visitor => ({
  signedIn: putSession(session, at),
  callbackUrl: null,
})

export function putSession(session: Session | null, at: number): SignedIn | null {
  return session && { token: tokenOfSession(session), session, isPut: true, endsAt: endOf(session, at) }
}

export const isOver = ({ endsAt }: SignedIn, at: number) => endsAt <= at

/** The usual fixture has an end that is long over: such a session does not end. */
export function endOf({ expires }: Session, at: number): number {
  const end = Date.parse(expires)
  return end > at ? end : Number.POSITIVE_INFINITY
}

/** Which cookies were set since a visitor was like that. */
export function cookiesSet(before: Visitor, { signedIn, callbackUrl }: Visitor): Partial<Visitor> {
  return {
    ...(signedIn !== before.signedIn && { signedIn }),
    ...(callbackUrl !== before.callbackUrl && { callbackUrl }),
  }
}
