import type { Session } from 'sessionchart'

/** What Auth.js keeps of somebody in a cookie. */
export type Token = Record<string, unknown>

export function tokenOfUser(user: object): Token {
  const { id, name, email, image } = user as Record<string, unknown>
  return { name, email, picture: image, sub: id }
}

/** The token that somebody may have whose session that is. It has what the session adds to the usual fields, too. */
export function tokenOfSession({ user }: Session): Token {
  return asSent({ ...user, ...tokenOfUser(Object(user)) }) as Token
}

/** The token as it comes back from the cookie. `jti` is the same for all: nobody forges these. */
export function signed(token: Token, { maxAge, now }: { maxAge: number; now: () => number }): Token {
  const iat = Math.floor(now() / 1_000)
  return { ...(asSent(token) as Token), iat, exp: iat + maxAge, jti: 'of-the-test' }
}

/** What Auth.js shows of it. */
export function userOf({ name, email, picture }: Token) {
  return { name, email, image: picture }
}

/** What is left of a value on its way through a cookie or an answer. */
export function asSent(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}
