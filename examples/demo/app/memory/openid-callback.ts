import type { PlainRequest } from 'sessionchart/testing/server'
import type { Ask } from './auth-site'

const CALLBACK = /\/callback\/openid\/?$/

/** The code of somebody who comes back from the OpenID provider, `null` for any other request. */
export function readCode({ method, url }: PlainRequest): string | null {
  const { pathname, searchParams } = new URL(url)
  return method === 'GET' && CALLBACK.test(pathname) ? searchParams.get('code') : null
}

/**
 * What a server does then, and the one in memory does not, because nobody comes back to it: it signs in whom the code
 * is for, and sends the browser where it wanted to go.
 */
export async function signInWithCode(code: string, url: string, ask: Ask): Promise<Response> {
  const base = new URL(url)
  base.pathname = base.pathname.replace(CALLBACK, '')
  base.search = ''
  const { csrfToken } = await (
    await ask({ method: 'GET', url: `${base}/csrf`, headers: {}, body: '' })
  ).json()
  return ask({
    method: 'POST',
    url: `${base}/callback/credentials`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams({ csrfToken, code })),
  })
}
