import { HttpResponse } from 'msw'
import type { AuthVersion } from './options'
import { json, jsonOfNext } from './reply'
import type { AuthFailure } from './troubles'

// A response of such a status cannot be made with one.
const WITHOUT_BODY = [204, 205, 304]

/** What a server says that is configured wrongly. */
const messages = {
  v5: 'There was a problem with the server configuration. Check the server logs for more information.',
  v4: 'There is a problem with the server configuration. Check the server logs for more information.',
}

/** An answer that has nothing to do with what was asked. */
export function failureResponse(
  { status, headers, body }: Exclude<AuthFailure, string>,
  version: AuthVersion,
): Response {
  const init = { status, ...(headers && { headers }) }
  if (WITHOUT_BODY.includes(status)) return new HttpResponse(null, init)
  if (typeof body === 'string') {
    return new HttpResponse(body, { status, headers: { 'Content-Type': 'text/html', ...headers } })
  }
  const inJson = version === 'v4' ? jsonOfNext : json
  return inJson(body === undefined ? { message: messages[version] } : body, headers, status)
}
