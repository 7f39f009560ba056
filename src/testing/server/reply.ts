/** What a server says, without the platform's `Response`. */
export interface Reply {
  status: number
  /** Their names are in lower case. */
  headers: Record<string, string>
  body: string | null
}

/** What Auth.js says with every answer that is about one visitor. */
export const PRIVATE = { 'Cache-Control': 'private, no-cache, no-store', Expires: '0', Pragma: 'no-cache' }

export function reply(body: string | null, headers: Record<string, string>, status = 200): Reply {
  const named = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  return { status, headers: Object.fromEntries(named), body }
}

export function json(body: unknown, headers: Record<string, string> = {}, status = 200): Reply {
  return reply(JSON.stringify(body), { 'content-type': 'application/json', ...headers }, status)
}

/** As Next sends it, which answers for v4. */
export const jsonOfNext: typeof json = (body, headers, status) =>
  json(body, { 'content-type': 'application/json; charset=utf-8', ...headers }, status)

export function page(title: string, status = 200): Reply {
  const html = `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body></body></html>`
  return reply(html, { 'content-type': 'text/html' }, status)
}

export function text(body: string, status: number): Reply {
  return reply(body, { 'content-type': 'text/plain;charset=UTF-8' }, status)
}

export const redirect = (url: string): Reply => reply(null, { location: url }, 302)
