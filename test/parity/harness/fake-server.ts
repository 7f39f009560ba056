import { vi } from 'vitest'

export interface SeenRequest {
  /** As it was given to `fetch`: next-auth writes `post` for some and `POST` for others. */
  method: string
  url: string
  headers: Record<string, string>
  body?: unknown
}

/** An answer, what a request fails with, or `hang`. */
export type Answer = { status: number; body: string } | Error | 'hang'
type Answers = Record<string, Answer | Answer[] | Promise<Answer>>

export interface FakeServer {
  /** Every request so far, except the log beacon, which only next-auth v4 sends. */
  requests: SeenRequest[]
  /** Sets answers by method and path below the base path: `GET session`. The last one of a list stays. */
  answer(answers: Answers): void
}

export const json = (value: unknown, status = 200): Answer => ({ status, body: JSON.stringify(value) })
export const text = (body: string, status = 200): Answer => ({ status, body })
export const networkError = new TypeError('Failed to fetch')

export const ann = { user: { name: 'Ann', email: 'ann@example.com' }, expires: '2999-01-01T00:00:00.000Z' }
export const anna = { ...ann, user: { ...ann.user, name: 'Anna' } }
export const bob = { ...ann, user: { name: 'Bob', email: 'bob@example.com' } }

const providers = {
  credentials: { id: 'credentials', name: 'Credentials', type: 'credentials' },
  email: { id: 'email', name: 'Email', type: 'email' },
  github: { id: 'github', name: 'GitHub', type: 'oauth' },
  passkey: { id: 'passkey', name: 'Passkey', type: 'webauthn' },
}

const page = 'http://localhost:3000/page'

/** An answer that can be given later. */
export function answerLater(): { answer: Promise<Answer>; give(answer: Answer): void } {
  let give: (answer: Answer) => void = () => {}
  const answer = new Promise<Answer>((resolve) => {
    give = resolve
  })
  return { answer, give }
}

/** A server that signs in whoever asks, in place of the global `fetch`. */
export function stubServer(): FakeServer {
  const requests: SeenRequest[] = []
  const answers: Record<string, Array<Answer | Promise<Answer>>> = {}

  const answer = (next: Answers) => {
    for (const [key, value] of Object.entries(next)) answers[key] = [value].flat()
  }
  answer({
    'GET session': json(ann),
    'POST session': json(anna),
    'GET csrf': json({ csrfToken: 'token' }),
    'GET providers': json(providers),
    'POST callback/credentials': json({ url: page }),
    'POST signin/email': json({ url: 'http://localhost:3000/api/auth/verify-request' }),
    'POST signin/github': json({ url: 'https://github.example/authorize' }),
    'POST signout': json({ url: page }),
  })

  vi.stubGlobal('fetch', async (...args: [string, RequestInit]) => {
    const [url, init] = args
    if (args.length !== 2 || typeof url !== 'string') throw new Error('fetch wants a string and an object')
    if (url.endsWith('/_log')) return respond({ status: 200, body: '' })
    const request = see(url, init)
    requests.push(request)
    const key = Object.keys(answers).find(
      (name) => name === `${request.method.toUpperCase()} ${pathBelowBase(url)}`,
    )
    const queue = answers[key ?? ''] ?? [text('not found', 404)]
    const next = await (queue.length > 1 ? queue.shift() : queue[0])
    if (next === 'hang') return hang(init.signal)
    if (next instanceof Error) throw next
    return respond(next as Exclude<Answer, Error | 'hang'>)
  })
  return { requests, answer }
}

const respond = ({ status, body }: { status: number; body: string }) =>
  new Response(body, { status, headers: { 'Content-Type': 'application/json' } })

const hang = (signal: AbortSignal | null | undefined) =>
  new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))

/** Whatever the base path, the endpoints have one segment, or two of which the first is one of these. */
const pathBelowBase = (url: string) =>
  url.replace(/\?.*$/s, '').match(/(?:(?:callback|signin)\/)?[^/]+$/)?.[0] ?? ''

function see(url: string, init: RequestInit): SeenRequest {
  const headers = Object.fromEntries(new Headers(init.headers))
  const { method = 'GET', body } = init
  return { method, url, headers, ...(body != null && { body: parse(body, headers['content-type'] ?? '') }) }
}

function parse(body: unknown, contentType: string): unknown {
  if (contentType === 'application/json') return JSON.parse(String(body))
  if (!(body instanceof URLSearchParams)) return String(body)
  return Object.fromEntries(body)
}
