import type { SessionError, SignInResponse, SignInResult, SignOutResponse } from 'sessionchart/client'
import type { Flow } from './flow'

/** The answer to a sign-in with `redirect: false`, in the form of the version that the caller speaks. */
export function signInResponse(flow: Flow, error: SessionError | null): SignInResponse {
  const { dialect, reply } = flow
  const name = error && (reply?.error ?? reply?.doubt ?? error.code)
  const facts = {
    status: reply?.status ?? error?.status ?? 0,
    ok: !error,
    url: error ? null : (reply?.url ?? null),
  }
  const response =
    dialect === 'v4'
      ? { error: name, ...facts }
      : { error: name ?? undefined, code: reply?.code ?? undefined, ...facts }
  return withResult(response as SignInResponse, resultOf(flow, error))
}

function resultOf({ providerType, reply }: Flow, error: SessionError | null): SignInResult {
  if (error) return { type: 'failed', error }
  if (providerType === 'credentials') return { type: 'signed-in' }
  return { type: providerType === 'email' ? 'email-sent' : 'redirect', url: reply?.url ?? '' }
}

export function signOutResponse({ reply, target }: Flow, error: SessionError | null): SignOutResponse {
  return withResult(
    { ...reply?.body, url: reply?.url ?? target },
    error ? { type: 'failed', error } : { type: 'signed-out' },
  )
}

/** Not enumerable, so that tests which compare a whole response with what next-auth gives still pass. */
const withResult = <Response extends object>(response: Response, result: object): Response =>
  Object.defineProperty(response, 'result', { value: result })
