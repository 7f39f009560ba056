import {
  createSessionClient,
  type Environment,
  type SessionClient,
  type SessionClientOptions,
  type SessionState,
} from 'sessionchart'
import { expect } from 'vitest'
import { startAuthCoreServer } from '../servers/auth-core'
import type { AuthServer, Interceptor } from '../servers/auth-server'
import { type BrowserFetch, createBrowserFetch } from '../servers/cookie-fetch'
import { startNextAuthV4Server } from '../servers/next-auth-v4'

export const servers = [
  { server: 'a v5 server', start: startAuthCoreServer },
  { server: 'a v4 server', start: startNextAuthV4Server },
] as const

export const dialects = ['v5', 'v4'] as const

/** Every dialect with every server. */
export const pairs = servers.flatMap((one) => dialects.map((dialect) => ({ ...one, dialect })))

export const ann = { username: 'ann', password: 'ann-password' }
export const annSession = { user: { name: 'Ann', email: 'ann@example.com' }, expires: expect.any(String) }

/** A page of the server, open in a browser of its own, with a client that runs. */
export interface Page {
  client: SessionClient
  fetch: BrowserFetch
  /** Where the browser was sent. */
  visited: string[]
  /** What failed, as the app hears of it. */
  failed: string[]
  /** Rings every timer that is set: time limits, and pauses before the next try. None rings by itself. */
  ringTimers(): void
  close(): void
}

export function openPage(server: AuthServer, options: SessionClientOptions = {}, path = '/page'): Page {
  const fetch = createBrowserFetch(server.url)
  const visited: string[] = []
  const failed: string[] = []
  const timers = new Set<() => void>()
  const environment: Partial<Environment> = {
    after(_milliseconds, ring) {
      timers.add(ring)
      return () => timers.delete(ring)
    },
    isServer: () => false,
    href: () => server.url + path,
    goTo: (url) => void visited.push(url),
    reload: () => {},
    // The pages of one process would hear each other.
    openChannel: () => null,
  }
  const client = createSessionClient({
    environment,
    fetch,
    onError: ({ code }) => void failed.push(code),
    ...options,
  })
  client.start()
  const ringTimers = () => {
    for (const ring of [...timers]) ring()
  }
  return { client, fetch, visited, failed, ringTimers, close: client.stop }
}

/** Waits until the state is as wanted. */
export function until(
  client: SessionClient,
  isWanted: (state: SessionState) => boolean,
): Promise<SessionState> {
  return new Promise((resolve) => {
    const look = () => {
      const state = client.getState()
      if (!isWanted(state)) return
      unsubscribe()
      resolve(state)
    }
    const unsubscribe = client.subscribe(look)
    look()
  })
}

export const untilKnown = (client: SessionClient) => until(client, ({ status }) => status !== 'loading')

/** A page on which Ann has signed in. The requests until then are forgotten. */
export async function openSignedIn(server: AuthServer, options: SessionClientOptions = {}): Promise<Page> {
  const page = openPage(server, options)
  await page.client.signIn('credentials', { ...ann, redirect: false })
  server.requests.length = 0
  return page
}

/** Answers only those requests, such as `POST /api/auth/session`. */
export const only =
  (wanted: string, answer: Interceptor): Interceptor =>
  (request, pass) =>
    requestLine(request) === wanted ? answer(request, pass) : undefined

export const requestLine = ({ method, path }: { method: string; path: string }) =>
  `${method} ${path.replace(/\?$/, '')}`

/** The csrf token that the server sends is not that of its cookie: as when another tab asked in between. */
export const spoilToken: Interceptor = only('GET /api/auth/csrf', async (_request, pass) => {
  const { headers } = await pass()
  return new Response(JSON.stringify({ csrfToken: 'of another cookie' }), { headers })
})
