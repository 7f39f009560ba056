import { browserEnvironment, type SessionClient, type SessionClientOptions } from 'sessionchart'
import { firstAnswer } from './first-answer'

const mounted = new Map<SessionClient, SessionClientOptions>()
/** Clients whose provider was unmounted in this task. */
const orphans = new Map<SessionClient, SessionClientOptions>()

const WIRE_OPTIONS = ['basePath', 'baseUrl', 'fetch', 'headers', 'credentials', 'environment'] as const
const askAlike = (one: SessionClientOptions, other: SessionClientOptions) =>
  WIRE_OPTIONS.every((name) => one[name] === other[name])

/** Clients that a component waits for, in a tree that React may throw away with the provider and render anew. */
const awaited = new Map<SessionClient, SessionClientOptions>()
// By then it has been rendered anew.
const AWAITED_MS = 1_000

/** Runs a provider's own client until the unmount, and until nobody waits for an answer of it. */
export function mountClient(client: SessionClient, options: SessionClientOptions): () => void {
  orphans.delete(client)
  awaited.delete(client)
  mounted.set(client, options)
  const release = client.hold()
  return () => {
    mounted.delete(client)
    orphans.set(client, options)
    release()
    queueMicrotask(() => {
      orphans.delete(client)
      if (client.isRunning() && !mounted.has(client)) handOver(client, options)
    })
  }
}

/** What a client still does after its unmount may change what the next provider shows. */
function handOver(client: SessionClient, options: SessionClientOptions): void {
  const successors = () => [...mounted].filter(([, others]) => askAlike(options, others))
  // The next one reports what it finds.
  if (successors().length > 0) client.configure({ ...options, onSessionChange: undefined })
  const unwatch = client.watch(() => {
    if (client.isRunning()) return
    unwatch()
    for (const [next] of successors()) next.refetch()
  })
}

/**
 * The client of a provider that has just been unmounted, when its first read is still out and would tell the new
 * one what it wants to know: then nobody need ask again.
 */
export function findOrphan(options: SessionClientOptions): SessionClient | undefined {
  if (options.session !== undefined) return undefined
  for (const [client, others] of orphans) {
    if (client.isRunning() && client.getState().status === 'loading' && askAlike(options, others))
      return client
  }
  return undefined
}

/** Keeps a client that has an answer, or will have one, for the provider that is rendered in place of its own. */
export function keepAwaited(client: SessionClient, options: SessionClientOptions): void {
  if (mounted.has(client) || awaited.has(client)) return
  awaited.set(client, options)
  firstAnswer(client).then(() => browserEnvironment.after(AWAITED_MS, () => awaited.delete(client)))
}

/** The client of a provider that never got to mount, because what is inside of it was suspended. */
export function findAwaited(options: SessionClientOptions): SessionClient | undefined {
  if (options.session !== undefined) return undefined
  return [...awaited].find(([, others]) => askAlike(options, others))?.[0]
}
