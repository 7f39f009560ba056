import { HttpResponse } from 'msw'

/** What Auth.js says with every answer that is about one visitor. */
export const PRIVATE = { 'Cache-Control': 'private, no-cache, no-store', Expires: '0', Pragma: 'no-cache' }

export function json(body: unknown, headers: Record<string, string> = {}, status = 200): Response {
  return new HttpResponse(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
  })
}

/** As Next sends it, which answers for v4. */
export const jsonOfNext: typeof json = (body, headers, status) =>
  json(body, { 'Content-Type': 'application/json; charset=utf-8', ...headers }, status)

export function page(title: string, status = 200): Response {
  const html = `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body></body></html>`
  return new HttpResponse(html, { status, headers: { 'Content-Type': 'text/html' } })
}

export function text(body: string, status: number): Response {
  return new HttpResponse(body, { status, headers: { 'Content-Type': 'text/plain;charset=UTF-8' } })
}

export function redirect(url: string): Response {
  return new HttpResponse(null, { status: 302, headers: { Location: url } })
}
