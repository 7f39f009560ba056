import { SessionError } from 'sessionchart/client'
import type { PostReply } from 'sessionchart/machines/flows'
import { failureOf, type SessionFailure } from 'sessionchart/machines/session'
import { bodyOf } from '../wire/request'
import type { AuthjsKit } from './authjs-kit'
import { JSON_FIELD, JSON_HEADER } from './dialect'
import type { Flow } from './flow'
import { type RedirectReply, readRedirectReply } from './redirect-reply'

/** Posts the form of a flow. What the server says, and where it wants the browser to go, is kept in the flow. */
export async function post(
  kit: AuthjsKit,
  flow: Flow,
  path: string,
  signal: AbortSignal,
): Promise<PostReply> {
  const { fields, csrfToken = '', target } = flow
  const sentAt = kit.environment.now()
  const answer = await kit.request({
    path,
    method: 'post',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...JSON_HEADER },
    body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: target, ...JSON_FIELD }),
    signal,
  })
  // An error page of some server in between says nothing about where to go.
  if (answer.body === undefined) bodyOf(answer)
  const reply = readRedirectReply(answer, target, kit.environment.href() ?? answer.url)
  flow.reply = reply
  flow.location = reply.url ?? target
  const error = refusal(flow, reply)
  if (!error) {
    const facts = { at: kit.environment.now(), sentAt, epoch: kit.epoch() }
    return { type: 'accepted', ...facts, ...doubtOf(flow, reply) }
  }
  flow.error = error
  return { type: reply.isCsrfRejection ? 'csrf-rejected' : 'refused', failure: failureOf(error) }
}

/** The failure that it is after all when nobody is signed in then. */
function doubtOf(flow: Flow, { doubt, status }: RedirectReply): { doubt?: SessionFailure } {
  if (doubt === null || flow.providerType !== 'credentials') return {}
  flow.error = new SessionError({
    code: 'credentials',
    message: `The sign-in was refused: ${doubt}.`,
    status,
  })
  return { doubt: failureOf(flow.error) }
}

function refusal(
  { kind }: Flow,
  { status, ok, url, error, isCsrfRejection }: RedirectReply,
): SessionError | null {
  const refused = (code: 'csrf' | 'credentials' | 'http' | 'parse', why: string) =>
    new SessionError({ code, message: `The ${kind} ${why}.`, status })
  if (isCsrfRejection) return refused('csrf', 'was refused: the csrf token does not match')
  if (status >= 500) return refused('http', `was answered with ${status}`)
  if (error) return refused('credentials', `was refused: ${error}`)
  if (!ok) return refused('http', `was answered with ${status}`)
  if (url === null && kind === 'sign-in') return refused('parse', 'was answered without a URL')
  return null
}
