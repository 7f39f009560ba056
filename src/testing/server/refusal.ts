import { report } from './report'

/** v5 answers whatever was thrown with the address of a page, which says what went wrong in its query. */
export class Refusal extends Error {
  readonly page: 'signin' | 'error'
  readonly params: Record<string, string>

  constructor(page: Refusal['page'], params: Record<string, string>) {
    super(`Refused with ${params.error}.`)
    this.page = page
    this.params = params
  }
}

export const refuse = (page: Refusal['page'], error: string): never => {
  throw new Refusal(page, { error })
}

/** What was thrown as v5 tells it: in words that say nothing of the server. */
export function refusalOf(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown
  const { type, code } = Object(thrown) as { type?: unknown; code?: unknown }
  // Auth.js's own error, which the app's `authorize` throws. Its class is not at hand.
  if (type === 'CredentialsSignin') return credentialsRefusal(String(code ?? 'credentials'))
  report(thrown)
  return new Refusal('error', { error: type === 'AccessDenied' ? type : 'Configuration' })
}

export const credentialsRefusal = (code = 'credentials') =>
  new Refusal('signin', { error: 'CredentialsSignin', code })
