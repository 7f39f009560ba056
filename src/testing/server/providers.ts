/** A way to sign in. */
export interface TestProvider {
  id: string
  /** What a button says. Default: the id. */
  name?: string
  type: 'credentials' | 'oauth' | 'oidc' | 'email'
  /** Where an OAuth provider asks for consent. Default: `https://<id>.example/authorize`. */
  authorization?: string
}

export const credentialsProvider: TestProvider = {
  id: 'credentials',
  name: 'Credentials',
  type: 'credentials',
}

export function listed({ id, name = id, type }: TestProvider, base: string) {
  return { id, name, type, signinUrl: `${base}/signin/${id}`, callbackUrl: `${base}/callback/${id}` }
}

/** Where the browser is sent to, with what the app adds by `signIn(provider, options, authorizationParams)`. */
export function authorizationUrl(
  { id, authorization = `https://${id}.example/authorize` }: TestProvider,
  base: string,
  added: Record<string, string>,
): string {
  const url = new URL(authorization)
  const params = { response_type: 'code', client_id: id, redirect_uri: `${base}/callback/${id}`, ...added }
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value)
  return url.href
}
