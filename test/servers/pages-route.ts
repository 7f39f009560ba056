import { parse as parseQuery } from 'node:querystring'

/** What next-auth v4 uses of Next's `NextApiRequest`. */
interface PagesRequest {
  method: string
  headers: Record<string, string>
  cookies: Record<string, string>
  query: Record<string, string | string[]>
  body: unknown
}

type PagesRoute = (request: PagesRequest, response: PagesResponse) => unknown

/** Calls an API route of the Pages Router, `/api/auth/[...nextauth]`, as Next would, without Next. */
export async function callPagesRoute(request: Request, route: PagesRoute): Promise<Response> {
  const url = new URL(request.url)
  const body = readBody(request.headers.get('content-type') ?? '', await request.text())
  if (body === invalid) return new Response('Invalid JSON', { status: 400 })

  const response = new PagesResponse()
  await route(
    {
      method: request.method,
      headers: Object.fromEntries(request.headers),
      cookies: readCookies(request.headers.get('cookie') ?? ''),
      query: {
        ...Object.fromEntries(url.searchParams),
        nextauth: url.pathname.split('/').slice(3).map(decodeURIComponent),
      },
      body,
    },
    response,
  )
  return response.toResponse()
}

/** What next-auth v4 uses of Next's `NextApiResponse`. */
class PagesResponse {
  #status = 200
  #headers = new Map<string, string | string[]>()
  #body: string | null = null

  status(status: number): this {
    this.#status = status
    return this
  }

  getHeader(name: string): string | string[] | undefined {
    return this.#headers.get(name.toLowerCase())
  }

  setHeader(name: string, value: string | string[]): this {
    this.#headers.set(name.toLowerCase(), value)
    return this
  }

  send(body: unknown): void {
    if (typeof body === 'object' && body !== null) this.json(body)
    else this.end(body === undefined || body === null ? null : String(body))
  }

  json(body: unknown): void {
    this.setHeader('Content-Type', 'application/json; charset=utf-8')
    this.end(JSON.stringify(body))
  }

  end(body: string | null = null): void {
    this.#body = body
  }

  toResponse(): Response {
    const headers = new Headers()
    for (const [name, value] of this.#headers) {
      for (const one of [value].flat()) headers.append(name, one)
    }
    return new Response(this.#body, { status: this.#status, headers })
  }
}

const invalid = Symbol('invalid JSON')

function readBody(contentType: string, text: string): unknown {
  if (contentType.startsWith('application/x-www-form-urlencoded')) return { ...parseQuery(text) }
  if (!contentType.startsWith('application/json')) return text
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return invalid
  }
}

function readCookies(header: string): Record<string, string> {
  const pairs = header.split('; ').filter(Boolean)
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))]
    }),
  )
}
