import { type SignOutReply, signOutMachine } from 'sessionchart/machines'
import { failureFrom } from '../session-error'
import { readCsrfToken } from './csrf'
import { JSON_FIELD, JSON_HEADER } from './dialect'
import { type FindFlow, type Flow, refusal } from './flow'
import { flowEffect } from './flow-effect'
import { readRedirectReply } from './redirect-reply'
import { FORM_HEADERS, request, type Wire } from './request'

/** The sign-out chart with Auth.js behind its effects. */
export function createSignOut(wire: () => Wire, findFlow: FindFlow) {
  return signOutMachine.provide({
    actors: {
      readCsrfToken: flowEffect(findFlow, async (flow, signal) => {
        flow.csrfToken = await readCsrfToken(wire(), signal)
      }),
      postSignOut: flowEffect(findFlow, (flow, signal) => postSignOut(wire(), flow, signal)),
    },
  })
}

async function postSignOut(wire: Wire, flow: Flow, signal: AbortSignal): Promise<SignOutReply> {
  const { csrfToken = '', target } = flow
  const answer = await request(wire, {
    path: '/signout',
    method: 'post',
    headers: { ...FORM_HEADERS, ...JSON_HEADER },
    body: new URLSearchParams({ csrfToken, callbackUrl: target, ...JSON_FIELD }),
    signal,
  })
  const reply = readRedirectReply(answer)
  flow.reply = reply
  flow.location = reply.url ?? target
  if (reply.ok && reply.error === null && !reply.isCsrfRejection) {
    return { type: 'accepted', at: wire.environment.now() }
  }
  flow.error = refusal(flow)
  const failure = failureFrom(flow.error)
  return { type: reply.isCsrfRejection ? 'csrf-rejected' : 'refused', failure }
}
