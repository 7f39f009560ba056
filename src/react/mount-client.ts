import type { SessionClient, SessionClientOptions } from 'sessionchart'

/** How many providers have mounted a client. */
const mounts = new WeakMap<SessionClient, number>()
/** Clients without a provider, until the end of the current task. */
const orphans = new Map<SessionClient, SessionClientOptions>()

const WIRE_OPTIONS = ['basePath', 'baseUrl', 'fetch', 'headers', 'credentials', 'environment'] as const

/**
 * Runs a client while a provider is mounted. It is stopped a moment after the unmount, so that StrictMode, hidden
 * Activities and remounts do not read again.
 */
export function mountClient(client: SessionClient, options: SessionClientOptions): () => void {
  orphans.delete(client)
  mounts.set(client, (mounts.get(client) ?? 0) + 1)
  client.start()
  return () => {
    const left = (mounts.get(client) ?? 1) - 1
    mounts.set(client, left)
    if (left > 0) return
    orphans.set(client, options)
    queueMicrotask(() => {
      if (orphans.delete(client)) client.stop()
    })
  }
}

/** The running client of a provider that has just been unmounted and asked the same server in the same way. */
export function findOrphan(options: SessionClientOptions): SessionClient | undefined {
  for (const [client, others] of orphans) {
    if (WIRE_OPTIONS.every((name) => options[name] === others[name])) return client
  }
  return undefined
}
