import type { Environment, Session } from 'sessionchart'

/** Stands in for an Auth.js server that has one session and no providers. */
export interface MemoryServer {
  fetch: Environment['fetch']
  /** Says who is signed in. While that is `undefined`, whoever asks waits. */
  say(session: Session | null | undefined): void
}

export function createMemoryServer(): MemoryServer {
  let current: Session | null | undefined
  const waiting: Array<() => void> = []
  return {
    say(session) {
      current = session
      for (const ask of waiting.splice(0)) ask()
    },
    async fetch(url) {
      if (url.endsWith('/csrf')) return reply({ csrfToken: 'token-of-the-test' })
      if (url.endsWith('/signout')) current = null
      if (!url.endsWith('/session')) return reply({})
      if (current === undefined) await new Promise<void>((ask) => waiting.push(ask))
      // An update, too: what the app's own callbacks would make of its data, only its own server knows.
      return reply(current)
    },
  }
}

// Not a `Response`: Jest's page has none.
const reply = (body: unknown) => ({ ok: true, status: 200, json: async () => body }) as Response
