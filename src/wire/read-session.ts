import type { SessionData } from 'sessionchart/machines/session'
import type { Reading } from '../session-source'
import { bodyOf, type Reply, unexpected } from './request'

/** What Auth.js calls "no session": `null` (v5), `{}` (v4), or nothing at all. */
export const isNobody = (body: unknown) =>
  body === undefined ||
  body === null ||
  (typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0)

/**
 * What an answer says about who is signed in.
 *
 * @throws SessionError when it says nothing about that.
 */
export function toReading(reply: Reply): Reading {
  const { status, clock } = reply
  const facts = { httpStatus: status, ...(clock && { clock }) }
  const body = status === 401 ? null : bodyOf(reply)
  if (isNobody(body)) return { type: 'signed-out', ...facts }
  if (typeof body === 'object' && !Array.isArray(body)) {
    return { type: 'signed-in', session: body as SessionData, ...facts }
  }
  throw unexpected('parse', 'answered with no session', reply)
}
