import { SessionError } from 'sessionchart/client'
import { type FoundProvider, signInMachine } from 'sessionchart/machines/flows'
import { errorOf, failureOf } from 'sessionchart/machines/session'
import { fromPromise } from 'xstate'
import type { SignInLogic } from '../session-source'
import type { AuthjsKit } from './authjs-kit'
import type { Flow } from './flow'
import { csrfEffect, flowEffect, flowSurroundings } from './flow-effect'
import { post } from './post'
import { readProviders } from './providers'
import { watchUnloading } from './watch-unloading'

/** The sign-in chart with Auth.js behind its effects. */
export const createSignIn = (): SignInLogic =>
  signInMachine.provide({
    actors: {
      readProviders: flowEffect(findProvider),
      readCsrfToken: csrfEffect,
      postSignIn: flowEffect((kit, flow, signal) => post(kit, flow, pathOf(flow), signal)),
      readSession: fromPromise(({ signal, system }) => flowSurroundings.get(system).kit.readSession(signal)),
      watchUnloading,
    },
    actions: {
      reportFault: ({ event, system }) => flowSurroundings.get(system).kit.fault(errorOf(event)),
    },
  })

async function findProvider(kit: AuthjsKit, flow: Flow, signal: AbortSignal): Promise<FoundProvider> {
  const base = kit.apiBase()
  // Until the list is there, the way out is the page that says what went wrong.
  flow.location = `${base}/error`
  const providers = await readProviders(kit, { signal })
  const id = flow.provider
  // An own property: `constructor` is no provider.
  const provider = id !== null && Object.hasOwn(providers, id) ? providers[id] : undefined
  if (!provider) {
    flow.location = `${base}/signin?${new URLSearchParams({ callbackUrl: flow.target })}`
    const why = id === null ? 'No provider was named.' : `The server has no provider "${id}".`
    return { type: 'unknown', failure: note(flow, why) }
  }
  if (provider.type === 'webauthn') {
    const why = `The provider "${id}" is of type webauthn: sign in with signIn from "next-auth/webauthn".`
    return { type: 'unsupported', failure: note(flow, why) }
  }
  flow.providerType = provider.type
  return { type: 'found', kind: provider.type }
}

function note(flow: Flow, message: string) {
  flow.error = new SessionError({ code: 'providers', message })
  return failureOf(flow.error)
}

function pathOf({ dialect, provider, providerType, params }: Flow): string {
  const endpoint = providerType === 'credentials' ? 'callback' : 'signin'
  // v5 always puts the question mark.
  const query = dialect === 'v5' || params ? `?${new URLSearchParams(params)}` : ''
  return `/${endpoint}/${provider}${query}`
}
