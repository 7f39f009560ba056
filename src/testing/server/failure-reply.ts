import type { AuthVersion } from './options'
import { json, jsonOfNext, type Reply, reply } from './reply'
import type { AuthFailure } from './troubles'

// A `Response` of such a status cannot be made with one.
const WITHOUT_BODY = [204, 205, 304]

/** What a server says that is configured wrongly. */
const messages = {
  v5: 'There was a problem with the server configuration. Check the server logs for more information.',
  v4: 'There is a problem with the server configuration. Check the server logs for more information.',
}

/** An answer that has nothing to do with what was asked. */
export function failureReply(
  { status, headers, body }: Exclude<AuthFailure, string>,
  version: AuthVersion,
): Reply {
  if (WITHOUT_BODY.includes(status)) return reply(null, headers ?? {}, status)
  if (typeof body === 'string') {
    return reply(body, { 'Content-Type': 'text/html', ...headers }, status)
  }
  const inJson = version === 'v4' ? jsonOfNext : json
  return inJson(body === undefined ? { message: messages[version] } : body, headers, status)
}
