import { browserEnvironment, type SessionClient, type SessionClientOptions } from 'sessionchart/client'
import { firstAnswer } from './first-answer'

/** What a provider gives to a client of its own, as it is now. */
export interface Given {
  current: SessionClientOptions
}

type Clients = Map<SessionClient, Given>

const mounted: Clients = new Map()
/** Those whose provider was unmounted in this task. */
const orphans: Clients = new Map()
/** Those that a component waits for, in a tree that React may throw away with the provider and render anew. */
const awaited: Clients = new Map()

// By then it has been rendered anew, also when something else inside of it was slow.
const AWAITED_MS = 10_000

const WIRE_OPTIONS = [
  'basePath',
  'baseUrl',
  'channel',
  'fetch',
  'headers',
  'credentials',
  'environment',
] as const

/** Those that ask the same server in the same way. */
const findAlike = (clients: Clients, options: SessionClientOptions): SessionClient[] =>
  [...clients]
    .filter(([, { current }]) => WIRE_OPTIONS.every((name) => current[name] === options[name]))
    .map(([client]) => client)

/**
 * Two providers that are rendered at the same time may have found the same client. It is that of the first: the
 * second one gives it back, with its options as they were.
 */
export function giveBack(client: SessionClient): boolean {
  const first = mounted.get(client)
  if (first) client.configure(first.current)
  return first !== undefined
}

/**
 * Runs a provider's own client until the unmount, and until nobody waits for an answer of it. A provider that has another
 * client by then hears no more of this one.
 */
export function mountClient(client: SessionClient, given: Given, isLeft: () => boolean): () => void {
  orphans.delete(client)
  awaited.delete(client)
  mounted.set(client, given)
  if (mounted.size > 1) {
    client.suspect({ about: 'providers', options: [...mounted.values()].map(({ current }) => current) })
  }
  const release = client.hold()
  return () => {
    mounted.delete(client)
    orphans.set(client, given)
    if (isLeft()) silence(client, given)
    release()
    Promise.resolve().then(() => {
      orphans.delete(client)
      if (client.isRunning() && !mounted.has(client)) handOver(client, given)
    })
  }
}

const silence = (client: SessionClient, { current }: Given) =>
  client.configure({ ...current, onSessionChange: undefined })

/** What a client still does after its unmount may change what the next provider shows. */
function handOver(client: SessionClient, given: Given): void {
  const successors = () => findAlike(mounted, given.current)
  // The next one reports what it finds.
  if (successors().length > 0) silence(client, given)
  const unwatch = client.watch(() => {
    if (client.isRunning()) return
    unwatch()
    for (const next of successors()) next.refetch()
  })
}

/**
 * The client of a provider that has just been unmounted, when its first read is still out and would tell the new
 * one what it wants to know: then nobody need ask again.
 */
export function findOrphan(options: SessionClientOptions): SessionClient | undefined {
  if (options.session !== undefined) return undefined
  return findAlike(orphans, options).find(
    (client) => client.isRunning() && client.getState().status === 'loading',
  )
}

/** Keeps a client that has an answer, or will have one, for the provider that is rendered in place of its own. */
export function keepAwaited(client: SessionClient, options: SessionClientOptions): void {
  if (mounted.has(client) || awaited.has(client)) return
  awaited.set(client, { current: options })
  firstAnswer(client).then(() => browserEnvironment.after(AWAITED_MS, () => awaited.delete(client)))
}

/**
 * The client of another provider that knows more than a new one would: that of a provider that never got to mount,
 * because what is inside of it was suspended; or one that knows the given session to be older than a sign-in or
 * sign-out, as when a cached page takes the place of another.
 */
export function findKnowing(options: SessionClientOptions): SessionClient | undefined {
  const { session } = options
  if (session === undefined) return findAlike(awaited, options)[0]
  return findAlike(mounted, options).find((client) => client.isOutdated(session))
}
