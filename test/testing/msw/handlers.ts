import { setupServer } from 'msw/node'
import { type AuthHandlers, type AuthHandlersOptions, authHandlers } from 'sessionchart/testing/msw'
import { onTestFinished } from 'vitest'

export const SITE = 'http://localhost:3000'

export const users = [
  { id: '1', name: 'ann', email: 'ann@example.com', password: 'right' },
  { id: '2', name: 'bob', email: 'bob@example.com', password: 'right' },
]

/** Lets the handlers answer until the test is over. Whatever they do not answer is an error. */
export function listen(options: AuthHandlersOptions = { users }): AuthHandlers {
  const auth = authHandlers(options)
  const server = setupServer(...auth.handlers)
  server.listen({ onUnhandledRequest: 'error' })
  onTestFinished(() => server.close())
  return auth
}

export const read = (path: string, base = `${SITE}/api/auth`) => fetch(base + path)

export async function readJson(path: string, base?: string): Promise<unknown> {
  return (await read(path, base)).json()
}

/** Posts a form as v5's client does. */
export async function post(path: string, fields: Record<string, string> = {}): Promise<Response> {
  const { csrfToken } = (await readJson('/csrf')) as { csrfToken: string }
  return fetch(`${SITE}/api/auth${path}`, {
    method: 'post',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Auth-Return-Redirect': '1' },
    body: new URLSearchParams({ csrfToken, ...fields }),
  })
}

export const signIn = (fields: Record<string, string> = { username: 'ann', password: 'right' }) =>
  post('/callback/credentials', fields)

export async function update(data: unknown): Promise<Response> {
  const { csrfToken } = (await readJson('/csrf')) as { csrfToken: string }
  return fetch(`${SITE}/api/auth/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ csrfToken, data }),
  })
}
