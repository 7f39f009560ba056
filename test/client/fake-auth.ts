import { ann } from './sessions'

/** A request as the server has seen it. */
interface SeenRequest {
  method: string
  /** Below the base path, such as `/session`. */
  path: string
  url: string
  headers: Record<string, string>
  body: string
  /** The client has taken it back. */
  readonly aborted: boolean
}

type Answer = () => Response | Promise<Response>

/** The endpoints of an Auth.js v5 server, in memory. */
export interface FakeAuth {
  /** Who is signed in: the answer to `GET /session`. */
  session: object | null
  requests: SeenRequest[]
  /** How many requests came for a path. */
  count(path: string, method?: string): number
  /** Answers the next request for the path in another way. */
  answerNext(path: string, answer: Answer): void
  /** Answers all further requests for the path in another way, until `undefined` is given. */
  answerAll(path: string, answer: Answer | undefined): void
  /** Lets requests for the path wait. They are answered when the returned function is called. */
  hold(path: string): () => void
  respond(request: Request): Promise<Response>
  /** The server as a `fetch`. */
  fetch: typeof fetch
  /** Waits until nothing is asked any more, but for so many requests that are held. */
  settled(held?: number): Promise<void>
}

export const SITE = 'http://localhost:3000'

const provider = (id: string, type: string) => ({
  id,
  name: id,
  type,
  signinUrl: `${SITE}/api/auth/signin/${id}`,
  callbackUrl: `${SITE}/api/auth/callback/${id}`,
})

/** A turn of the event loop: everything that is due has happened by then. */
const turn = () => new Promise<void>((resolve) => setImmediateOf(resolve))
// Kept from before fake timers stand in for it.
const setImmediateOf = setImmediate

export function createFakeAuth(session: object | null = ann()): FakeAuth {
  const next = new Map<string, Answer[]>()
  const always = new Map<string, Answer>()
  const gates = new Map<string, Promise<void>>()
  let open = 0

  const auth: FakeAuth = {
    session,
    requests: [],
    count: (path, method) =>
      auth.requests.filter((seen) => seen.path === path && (!method || seen.method === method)).length,
    answerNext(path, answer) {
      next.set(path, [...(next.get(path) ?? []), answer])
    },
    answerAll(path, answer) {
      if (answer) always.set(path, answer)
      else always.delete(path)
    },
    hold(path) {
      let release = () => {}
      const gate = new Promise<void>((resolve) => {
        release = resolve
      })
      gates.set(path, gate)
      return () => {
        gates.delete(path)
        release()
      }
    },
    async respond(request) {
      const path = new URL(request.url).pathname.replace(/^.*\/auth(?=\/)/, '')
      open += 1
      try {
        const seen = {
          method: request.method,
          path,
          url: request.url,
          headers: Object.fromEntries(request.headers),
          body: await request.text(),
          get aborted() {
            return request.signal.aborted
          },
        }
        auth.requests.push(seen)
        await Promise.race([gates.get(path), aborted(request.signal)])
        const answer = next.get(path)?.shift() ?? always.get(path)
        return await (answer ? answer() : answerOf(auth, seen))
      } finally {
        open -= 1
      }
    },
    fetch: async (input, init) => {
      const url = new URL(String(input), SITE)
      return auth.respond(new Request(url, init))
    },
    async settled(held = 0) {
      for (let quiet = 0, seen = -1; quiet < 10; quiet += 1) {
        await turn()
        if (open > held || auth.requests.length !== seen) quiet = 0
        seen = auth.requests.length
      }
    },
  }
  return auth
}

function answerOf(auth: FakeAuth, { method, path, body }: SeenRequest): Response {
  const form = new URLSearchParams(body)
  const target = form.get('callbackUrl') ?? SITE
  switch (`${method.toUpperCase()} ${path}`) {
    case 'GET /session':
      return json(auth.session)
    case 'POST /session':
      auth.session = auth.session && { ...auth.session, ...JSON.parse(body).data }
      return json(auth.session)
    case 'GET /csrf':
      return json({ csrfToken: 'token' })
    case 'GET /providers':
      return json({
        credentials: provider('credentials', 'credentials'),
        github: provider('github', 'oidc'),
        nodemailer: provider('nodemailer', 'email'),
      })
    case 'POST /callback/credentials':
      if (form.get('password') !== 'right') return json({ url: refusedUrl })
      auth.session = ann()
      return json({ url: target })
    case 'POST /signin/github':
      return json({ url: 'https://github.example/authorize' })
    case 'POST /signin/nodemailer':
      return json({ url: `${SITE}/api/auth/verify-request` })
    case 'POST /signout':
      auth.session = null
      return json({ url: target })
    default:
      return new Response('<h1>Not found</h1>', { status: 404 })
  }
}

const refusedUrl = `${SITE}/api/auth/signin?error=CredentialsSignin&code=credentials`

export const json = (body: unknown, status = 200): Response => Response.json(body, { status })
export const serverError = (): Response => new Response('<h1>Sorry</h1>', { status: 500 })
export const networkError = (): Response => {
  throw new TypeError('fetch failed')
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const giveUp = () => reject(signal.reason)
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp)
  })
}
