import { type AuthServer, type AuthServerOptions, createAuthServer } from 'sessionchart/testing/server'
import { vi } from 'vitest'

/** Lets an Auth.js server in memory answer what the page of the test asks, until the test is over. */
export function serveAuth(options: AuthServerOptions = {}): AuthServer {
  const auth = createAuthServer(options)
  vi.stubGlobal('fetch', async (path: string, { signal: _, ...init }: RequestInit = {}) => {
    const response = await auth.fetch(new Request(new URL(path, location.href), init))
    if (!response || response.type === 'error') throw new TypeError('Failed to fetch')
    return response
  })
  return auth
}
