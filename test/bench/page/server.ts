// Stands in for the servers of Auth.js and of better-auth: what the network costs is not what is measured.

interface User {
  id: string
  name: string
  email: string
  image: string
}

const EXPIRES_AT_MS = Date.parse('2099-01-01')
let reads = 0
let open = 0
let user: User | null = null

export interface AuthjsSession {
  user: User
  expires: string
}

/** Somebody is signed in. */
export function signInAs(name: string): void {
  user = { id: 'u-1', name, email: 'ann@example.com', image: 'https://example.com/ann.png' }
}

/** What the server of an app would render with. Auth.js extends the session with each answer. */
export function authjsSession(): AuthjsSession | null {
  reads += 1
  return user && { user: { ...user }, expires: new Date(EXPIRES_AT_MS + reads * 1_000).toISOString() }
}

export function betterAuthSession() {
  const createdAt = '2026-01-01T00:00:00.000Z'
  const expiresAt = new Date(EXPIRES_AT_MS).toISOString()
  const dates = { createdAt, updatedAt: createdAt }
  return (
    user && {
      user: { ...user, ...dates, emailVerified: true },
      session: { ...dates, id: 's-1', userId: user.id, token: 't-1', expiresAt },
    }
  )
}

const update = (name: unknown) => user && signInAs(String(name))

const answers: Record<string, (body: string) => unknown> = {
  'GET /api/auth/session': authjsSession,
  'GET /api/auth/csrf': () => ({ csrfToken: 'c-1' }),
  'POST /api/auth/session': (body) => {
    update(JSON.parse(body).data.name)
    return authjsSession()
  },
  'POST /api/auth/signout': () => {
    user = null
    return { url: location.href }
  },
  'GET /api/auth/get-session': betterAuthSession,
  'POST /api/auth/update-user': (body) => {
    update(JSON.parse(body).name)
    return { status: true }
  },
  'POST /api/auth/sign-out': () => {
    user = null
    return { success: true }
  },
}

/** Whoever has asked has read the answer. */
export const areAnswersRead = () => open === 0

window.fetch = async (input, init) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
  const asked = `${init?.method?.toUpperCase() ?? 'GET'} ${pathname}`
  const answer = answers[asked]
  if (!answer) throw new Error(`No answer to ${asked}.`)
  const response = Response.json(answer(String(init?.body ?? '')))
  const json = response.json.bind(response)
  open += 1
  return Object.assign(response, { json: () => json().finally(() => (open -= 1)) })
}
