import type { Reading } from '../session-source'
import { isNobody, toReading } from '../wire/read-session'
import { type Reply, unexpected } from '../wire/request'
import type { AuthjsKit } from './authjs-kit'
import { readCsrfToken } from './csrf'

/** Posts data for the `jwt` callback's trigger `update`. A rejected csrf token is fetched anew, once. */
export async function updateSession(
  kit: AuthjsKit,
  data: string | undefined,
  signal: AbortSignal,
): Promise<Reading> {
  const first = await post(kit, data, signal)
  const reply = isCsrfRejection(first) ? await post(kit, data, signal) : first
  if (isCsrfRejection(reply)) throw unexpected('csrf', 'rejected the csrf token twice', reply)
  return toReading(reply)
}

async function post(kit: AuthjsKit, data: string | undefined, signal: AbortSignal): Promise<Reply> {
  const csrfToken = JSON.stringify(await readCsrfToken(kit, signal))
  const body = `{"csrfToken":${csrfToken}${data === undefined ? '' : `,"data":${data}`}}`
  return kit.request({ path: '/session', method: 'POST', body, signal })
}

/** When token and cookie do not match, Auth.js answers 400 with its "no session". */
const isCsrfRejection = ({ status, body }: Reply) => status === 400 && body !== undefined && isNobody(body)
