import { createSessionClient, type SessionClient, type SessionClientOptions } from 'sessionchart'
import { afterEach, vi } from 'vitest'
import { createFakeAuth, type FakeAuth } from './fake-auth'
import { createFakePage, type FakePage } from './fake-page'

export interface TestClient {
  client: SessionClient
  auth: FakeAuth
  page: FakePage
  /** What was logged. */
  logged: unknown[]
  /** How many times the session was read. */
  reads(): number
  /** What the server was asked, in order. */
  asked(): string[]
}

const clients: SessionClient[] = []

/** A client on a tab and a server that the test plays. It is stopped after the test. */
export function createTestClient(options: SessionClientOptions = {}): TestClient {
  const { environment, ...others } = options
  const auth = createFakeAuth()
  const page = createFakePage(environment ?? {})
  const logged: unknown[] = []
  const logger = { error: (error: unknown) => void logged.push(error) }
  const client = createSessionClient({
    fetch: (url, init) => auth.fetch(url, init),
    environment: page.environment,
    logger,
    ...others,
  })
  clients.push(client)
  return {
    client,
    auth,
    page,
    logged,
    reads: () => auth.count('/session', 'GET'),
    asked: () => auth.requests.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
  }
}

/** Lets time pass, with all that falls due in it. For fake timers. */
export async function pass(seconds: number, auth: FakeAuth): Promise<void> {
  await vi.advanceTimersByTimeAsync(seconds * 1_000)
  await auth.settled()
}

afterEach(() => {
  for (const client of clients.splice(0)) client.stop()
})
