import {
  type FoundProvider,
  type SessionAnswer,
  type SignInReply,
  signInMachine,
} from 'sessionchart/machines'
import { fromPromise } from 'xstate'
import { failureFrom, SessionError } from '../session-error'
import { readCsrfToken } from './csrf'
import { JSON_FIELD, JSON_HEADER } from './dialect'
import { type FindFlow, type Flow, refusal } from './flow'
import { flowEffect } from './flow-effect'
import { readProviders } from './providers'
import { readRedirectReply } from './redirect-reply'
import { FORM_HEADERS, request, type Wire } from './request'
import { apiBaseOf } from './urls'

/** The sign-in chart with Auth.js behind its effects. */
export function createSignIn(wire: () => Wire, findFlow: FindFlow, readSession: ReadSignedIn) {
  return signInMachine.provide({
    actors: {
      readProviders: flowEffect(findFlow, (flow, signal) => findProvider(wire(), flow, signal)),
      readCsrfToken: flowEffect(findFlow, async (flow, signal) => {
        flow.csrfToken = await readCsrfToken(wire(), signal)
      }),
      postSignIn: flowEffect(findFlow, (flow, signal) => postSignIn(wire(), flow, signal)),
      readSession: fromPromise(({ signal }) => readSession(signal)),
    },
  })
}

type ReadSignedIn = (signal: AbortSignal) => Promise<SessionAnswer>

async function findProvider(wire: Wire, flow: Flow, signal: AbortSignal): Promise<FoundProvider> {
  const base = apiBaseOf(wire, wire.environment)
  // Until the list is there, the way out is the page that says what went wrong.
  flow.location = `${base}/error`
  const providers = await readProviders(wire, signal)
  const id = flow.provider
  // An own property: `constructor` is no provider.
  const provider = id !== null && Object.hasOwn(providers, id) ? providers[id] : undefined
  if (!provider) {
    flow.location = `${base}/signin?${new URLSearchParams({ callbackUrl: flow.target })}`
    const message = id === null ? 'No provider was named.' : `The server has no provider "${id}".`
    flow.error = new SessionError({ code: 'providers', message })
    return { type: 'unknown', failure: failureFrom(flow.error) }
  }
  if (provider.type === 'webauthn') {
    flow.error = new SessionError({
      code: 'providers',
      message: `The provider "${id}" is of type webauthn: sign in with signIn from "next-auth/webauthn".`,
    })
    return { type: 'unsupported', failure: failureFrom(flow.error) }
  }
  flow.providerType = provider.type
  return { type: 'found', kind: provider.type }
}

async function postSignIn(wire: Wire, flow: Flow, signal: AbortSignal): Promise<SignInReply> {
  const { dialect, provider, providerType, fields, params, csrfToken = '', target } = flow
  const endpoint = providerType === 'credentials' ? 'callback' : 'signin'
  const query = dialect === 'v5' || params ? `?${new URLSearchParams(params)}` : ''
  const answer = await request(wire, {
    path: `/${endpoint}/${provider}${query}`,
    method: 'post',
    headers: { ...FORM_HEADERS, ...JSON_HEADER },
    body: new URLSearchParams({ ...fields, csrfToken, callbackUrl: target, ...JSON_FIELD }),
    signal,
  })
  const reply = readRedirectReply(answer)
  flow.reply = reply
  flow.location = reply.url ?? target
  if (reply.ok && reply.url !== null && reply.error === null && !reply.isCsrfRejection) {
    return { type: 'accepted' }
  }
  flow.error = refusal(flow)
  const failure = failureFrom(flow.error)
  return { type: reply.isCsrfRejection ? 'csrf-rejected' : 'refused', failure }
}
