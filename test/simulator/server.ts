/** Who is signed in, as a JWT in the cookie says: the server itself remembers nothing. */
export interface Token {
  user: 'ann' | 'bob'
  /** What updates have made of it. */
  version: number
  /** When the session ends, in epoch milliseconds. */
  endsAt: number
}

/** How long a session lasts. */
export interface Lifetime {
  lifeMs: number
  /** It ends so long after the sign-in, however often the server is asked. */
  isFixed: boolean
}

/** What a request came to at the server. */
export interface Answer {
  status: number
  body: unknown
  /** What becomes of the cookie when the answer arrives: `undefined` leaves it. */
  cookie?: Token | null
  /** It changes who is signed in, and does not merely roll the cookie. */
  isWrite?: boolean
  /** The session has ended and is deleted, wherever the clock is set to. */
  isOver?: boolean
}

export interface AskedServer {
  method: string
  path: string
  body: string
  cookie: Token | null
}

const SITE = 'https://app.example'
/** A month from the last time that the cookie was set. */
export const MONTH: Lifetime = { lifeMs: 30 * 86_400_000, isFixed: false }

/**
 * An Auth.js server with JWT sessions: every answer with a session sets the cookie anew, unless its end is fixed.
 *
 * @param turn The how manieth request this is. A session says so, too, so that an old one is told from a new one.
 */
export function answer(
  { method, path, body, cookie }: AskedServer,
  now: number,
  turn: number,
  { lifeMs, isFixed } = MONTH,
): Answer {
  const endsAt = now + lifeMs
  const isOver = isFixed && cookie !== null && cookie.endsAt <= now
  const token = isOver ? null : cookie
  const roll = (known: Token | null) => known && (isFixed ? known : { ...known, endsAt })
  switch (`${method} ${path}`) {
    case 'GET /csrf':
      return { status: 200, body: { csrfToken: 'token' } }
    case 'GET /providers':
      return { status: 200, body: { credentials } }
    case 'GET /session': {
      const rolled = roll(token)
      return { status: 200, body: sessionOf(rolled, turn), ...(rolled && { cookie: rolled }), isOver }
    }
    case 'POST /session': {
      const updated = token && { ...token, version: Number(JSON.parse(body).data.version) }
      const rolled = roll(updated)
      return {
        status: 200,
        body: sessionOf(rolled, turn),
        ...(rolled && { cookie: rolled, isWrite: true }),
      }
    }
    case 'POST /callback/credentials': {
      const user = new URLSearchParams(body).get('username') as Token['user'] | 'nobody'
      if (user === 'nobody')
        return { status: 200, body: { url: `${SITE}/api/auth/signin?error=CredentialsSignin` } }
      return { status: 200, body: { url: SITE }, cookie: { user, version: 0, endsAt }, isWrite: true }
    }
    case 'POST /signout':
      return { status: 200, body: { url: SITE }, cookie: null, isWrite: true }
    default:
      throw new Error(`The server has no ${method} ${path}.`)
  }
}

const credentials = {
  id: 'credentials',
  name: 'Credentials',
  type: 'credentials',
  signinUrl: `${SITE}/api/auth/signin/credentials`,
  callbackUrl: `${SITE}/api/auth/callback/credentials`,
}

/** A session as the server renders it, too. */
export const sessionOf = (token: Token | null, turn: number) =>
  token && {
    turn,
    user: { id: token.user, name: token.user },
    version: token.version,
    expires: new Date(token.endsAt).toISOString(),
  }

export const sameToken = (one: Token | null, other: Token | null): boolean =>
  one?.user === other?.user && one?.version === other?.version
