import type { BrowserFetch } from './cookie-fetch'

/** The Auth.js protocol by hand, so that the servers are known before any client is trusted. */

const json = { 'Content-Type': 'application/json' }
const form = { 'Content-Type': 'application/x-www-form-urlencoded' }

/** What makes a server answer a form with JSON instead of a redirect: v4 has a field, v5 a header. */
export interface Marker {
  fields?: Record<string, string>
  headers?: Record<string, string>
}
export const v4Marker: Marker = { fields: { json: 'true' } }
export const v5Marker: Marker = { headers: { 'X-Auth-Return-Redirect': '1' } }
export const noMarker: Marker = {}

export async function read(fetch: BrowserFetch, path: string) {
  return answerOf(await fetch(`/api/auth/${path}`, { headers: json }))
}

export async function readCsrfToken(fetch: BrowserFetch): Promise<string> {
  const answer = await read(fetch, 'csrf')
  return (answer.body as { csrfToken: string }).csrfToken
}

/** Redirects are shown, not followed. */
export async function postForm(
  fetch: BrowserFetch,
  path: string,
  fields: Record<string, string>,
  marker: Marker,
) {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'post',
    headers: { ...form, ...marker.headers },
    body: new URLSearchParams({ ...fields, ...marker.fields }).toString(),
    redirect: 'manual',
  })
  return answerOf(response)
}

export async function postUpdate(fetch: BrowserFetch, body: { csrfToken: string; data?: unknown }) {
  return answerOf(
    await fetch('/api/auth/session', { method: 'POST', headers: json, body: JSON.stringify(body) }),
  )
}

async function answerOf(response: Response) {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return {
    status: response.status,
    location: response.headers.get('location'),
    /** Names only: the values are random. */
    cookies: response.headers.getSetCookie().map((line) => line.slice(0, line.indexOf('='))),
    body: isJson ? (JSON.parse(text) as unknown) : text,
  }
}
