import type { SessionData } from 'sessionchart/machines'
import { SessionError } from '../session-error'
import type { Reading } from '../session-source'
import { readCsrfToken } from './csrf'
import { httpError, JSON_HEADERS, type Reply, request, type Wire } from './request'

const UNAUTHORIZED = 401

/** Reads the session. A server that renders forwards the cookie of the request it answers. */
export async function readSession(
  wire: Wire,
  { signal, cookie }: { signal?: AbortSignal; cookie?: string | undefined },
): Promise<Reading> {
  const headers = cookie === undefined ? JSON_HEADERS : { ...JSON_HEADERS, cookie }
  return toReading(await request(wire, { path: '/session', headers, ...(signal && { signal }) }))
}

/** Posts data for the `jwt` callback's trigger `update`. A rejected csrf token is fetched anew, once. */
export async function updateSession(
  wire: Wire,
  { data, signal }: { data: string | undefined; signal: AbortSignal },
): Promise<Reading> {
  const reply = await postUpdate(wire, data, signal)
  if (!isCsrfRejection(reply)) return toReading(reply)
  const second = await postUpdate(wire, data, signal)
  if (!isCsrfRejection(second)) return toReading(second)
  const { url, status } = second
  throw new SessionError({ code: 'csrf', message: `${url} rejected the csrf token twice.`, url, status })
}

async function postUpdate(wire: Wire, data: string | undefined, signal: AbortSignal): Promise<Reply> {
  const csrfToken = JSON.stringify(await readCsrfToken(wire, signal))
  const body = `{"csrfToken":${csrfToken}${data === undefined ? '' : `,"data":${data}`}}`
  return request(wire, { path: '/session', method: 'POST', headers: JSON_HEADERS, body, signal })
}

/** When token and cookie do not match, Auth.js answers 400 with its "no session": `null` (v5) or `{}` (v4). */
const isCsrfRejection = ({ status, body }: Reply) => status === 400 && isNobody(body)

const isNobody = (body: unknown) =>
  body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0)

function toReading(reply: Reply): Reading {
  const { ok, status, body, url } = reply
  if (status === UNAUTHORIZED) return { type: 'signed-out', httpStatus: status }
  if (!ok) throw httpError(reply)
  if (isNobody(body) && !Array.isArray(body)) return { type: 'signed-out', httpStatus: status }
  if (typeof body === 'object' && !Array.isArray(body)) {
    return { type: 'signed-in', session: body as SessionData, httpStatus: status }
  }
  throw new SessionError({ code: 'parse', message: `${url} answered with no session.`, url, status })
}
