import type { SessionData } from 'sessionchart/machines/session'
import type { Reading } from '../session-source'
import { readCsrfToken } from './csrf'
import { type AuthRequest, bodyOf, type Reply, request, unexpected, type Wire } from './request'

/** Reads the session. A server that renders forwards the cookie of the request it answers. */
export async function readSession(
  wire: Wire,
  asked: Pick<AuthRequest, 'signal' | 'cookie'>,
): Promise<Reading> {
  return toReading(await request(wire, { path: '/session', ...asked }))
}

/** Posts data for the `jwt` callback's trigger `update`. A rejected csrf token is fetched anew, once. */
export async function updateSession(
  wire: Wire,
  asked: { data: string | undefined; signal: AbortSignal },
): Promise<Reading> {
  const first = await postUpdate(wire, asked)
  const reply = isCsrfRejection(first) ? await postUpdate(wire, asked) : first
  if (isCsrfRejection(reply)) throw unexpected('csrf', 'rejected the csrf token twice', reply)
  return toReading(reply)
}

async function postUpdate(
  wire: Wire,
  { data, signal }: { data: string | undefined; signal: AbortSignal },
): Promise<Reply> {
  const csrfToken = JSON.stringify(await readCsrfToken(wire, signal))
  const body = `{"csrfToken":${csrfToken}${data === undefined ? '' : `,"data":${data}`}}`
  return request(wire, { path: '/session', method: 'POST', body, signal })
}

const isNobody = (body: unknown) =>
  body === undefined ||
  body === null ||
  (typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0)

/** When token and cookie do not match, Auth.js answers 400 with its "no session": `null` (v5) or `{}` (v4). */
const isCsrfRejection = ({ status, body }: Reply) => status === 400 && isNobody(body)

function toReading(reply: Reply): Reading {
  const { status } = reply
  if (status === 401) return { type: 'signed-out', httpStatus: status }
  const body = bodyOf(reply)
  if (isNobody(body)) return { type: 'signed-out', httpStatus: status }
  if (typeof body === 'object' && !Array.isArray(body)) {
    return { type: 'signed-in', session: body as SessionData, httpStatus: status }
  }
  throw unexpected('parse', 'answered with no session', reply)
}
