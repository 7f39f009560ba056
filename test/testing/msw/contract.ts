/** One list of requests, sent to two servers, and what each answers, without what differs from run to run. */

export interface Visitor {
  origin: string
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** What the last read of it has given. */
  csrfToken?: string
}

export type Token = 'right' | 'wrong' | 'none'

/** One request. Its text is what a failing test shows. */
export interface Step {
  text: string
  send(visitor: Visitor): Promise<Response>
}

const JSON_TYPE = { 'Content-Type': 'application/json' }
const FORM_TYPE = { 'Content-Type': 'application/x-www-form-urlencoded' }

const markers = {
  'the field': [{ json: 'true' }, {}],
  'the header': [{}, { 'X-Auth-Return-Redirect': '1' }],
  both: [{ json: 'true' }, { 'X-Auth-Return-Redirect': '1' }],
  'no marker': [{}, {}],
} as const satisfies Record<string, [fields: object, headers: object]>
export type Marker = keyof typeof markers

const step = (text: string, path: string, init: (visitor: Visitor) => RequestInit): Step => ({
  text,
  send: (visitor) => visitor.fetch(`/api/auth${path}`, { redirect: 'manual', ...init(visitor) }),
})

export const get = (path: string): Step => step(`GET ${path}`, path, () => ({ headers: JSON_TYPE }))

export const form = (
  path: string,
  fields: Record<string, string> = {},
  { token = 'right', marker = 'both' }: { token?: Token; marker?: Marker } = {},
): Step =>
  step(`POST ${path} ${JSON.stringify(fields)}, token ${token}, ${marker}`, path, (visitor) => {
    const [more, headers] = markers[marker]
    const target = fields.callbackUrl?.replace('ORIGIN', visitor.origin)
    const sent = { ...fields, ...(target && { callbackUrl: target }), ...tokenOf(visitor, token), ...more }
    return {
      method: 'post',
      headers: { ...FORM_TYPE, ...headers },
      body: new URLSearchParams(sent).toString(),
    }
  })

export const update = (fields: object = {}, token: Token = 'right'): Step =>
  step(`POST /session ${JSON.stringify(fields)}, token ${token}`, '/session', (visitor) => ({
    method: 'POST',
    headers: JSON_TYPE,
    body: JSON.stringify({ ...fields, ...tokenOf(visitor, token) }),
  }))

export const raw = (method: string, path: string, type?: string, body?: string): Step =>
  step(`${method} ${path} ${type} ${body}`, path, () => ({
    method,
    ...(type && { headers: { 'Content-Type': type } }),
    ...(body !== undefined && { body }),
  }))

function tokenOf({ csrfToken = '' }: Visitor, token: Token): { csrfToken?: string } {
  return token === 'none' ? {} : { csrfToken: token === 'right' ? csrfToken : 'wrong' }
}

/** Sends the requests one after the other. */
export async function visit(visitor: Visitor, steps: readonly Step[]) {
  const answers = []
  for (const { text, send } of steps) answers.push({ text, ...(await read(visitor, await send(visitor))) })
  return answers
}

async function read(visitor: Visitor, response: Response) {
  const header = (name: string) => response.headers.get(name)
  const location = header('location')
  return {
    status: response.status,
    location: location === null ? null : without(visitor, location),
    type: header('content-type')?.toLowerCase().replace('; ', ';') ?? null,
    cache: [header('cache-control'), header('pragma'), header('expires')],
    body: bodyOf(visitor, await response.text()),
  }
}

function bodyOf(visitor: Visitor, text: string): unknown {
  // Of a page, that it is the same one.
  if (text.startsWith('<')) return /<title>.*<\/title>/i.exec(text)?.[0]
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    return text
  }
  const { csrfToken, expires, url } = Object(body) as Record<string, string | undefined>
  if (csrfToken) visitor.csrfToken = csrfToken
  return {
    ...(typeof body === 'object' ? JSON.parse(text.replaceAll(visitor.origin, 'ORIGIN')) : { body }),
    isNull: body === null,
    ...(csrfToken && { csrfToken: /^[0-9a-f]{64}$/.test(csrfToken) }),
    ...(expires && { expires: secondsUntil(expires) }),
    ...(url && { url: without(visitor, url) }),
  }
}

/** To the nearest minute: the two are asked one after the other. */
const secondsUntil = (time: string) => Math.round((Date.parse(time) - Date.now()) / 60_000) * 60

/** What OAuth asks a provider for is made by chance in part. */
const kept = ['redirect_uri', 'response_type', 'client_id', 'login', 'prompt']

function without({ origin }: Visitor, address: string): string {
  const url = new URL(address, origin)
  if (url.pathname.endsWith('/authorize')) {
    for (const name of [...url.searchParams.keys()]) if (!kept.includes(name)) url.searchParams.delete(name)
    url.searchParams.sort()
    return decodeURIComponent(url.href).replaceAll(origin, 'ORIGIN')
  }
  return address.replaceAll(origin, 'ORIGIN')
}
