import type { Channel, Environment } from 'sessionchart/client'

const V5_CHANNEL = 'next-auth'
const V4_KEY = 'nextauth.message'

type Trigger = 'getSession' | 'signout'
type Tell = (fact: 'otherTab.changed' | 'otherTab.signedOut' | 'tabs.unavailable') => void

/** The tabs that run `next-auth/react`, of either version. */
export interface NextAuthTabs {
  /** Hears them until the signal aborts. */
  listen(tell: Tell, signal: AbortSignal): void
  /** Tells them that this tab has changed who is signed in. Never after a mere read: they would read, too. */
  tell(trigger: Trigger): void
}

/**
 * The channel of each platform. All clients of a page have one between them: a channel does not hear itself,
 * so that what one client says reaches other tabs and not the clients beside it.
 */
const channels = new WeakMap<
  Environment['openChannel'],
  { channel: Channel; hearers: Set<(message: unknown) => void> }
>()

function joinChannel(environment: Environment, hear: (message: unknown) => void): (() => void) | null {
  const hearers = channels.get(environment.openChannel)?.hearers ?? new Set()
  if (hearers.size === 0) {
    const channel = environment.openChannel(V5_CHANNEL, (message) => {
      for (const each of hearers) each(message)
    })
    if (!channel) return null
    channels.set(environment.openChannel, { channel, hearers })
  }
  hearers.add(hear)
  return () => {
    hearers.delete(hear)
    if (hearers.size > 0) return
    channels.get(environment.openChannel)?.channel.close()
    channels.delete(environment.openChannel)
  }
}

/**
 * @param own What our messages are marked by, and whether a mark is that of tabs which tell us by another channel, and
 * more: they are not heard twice.
 */
export function createNextAuthTabs(
  environment: Environment,
  own: { name(): string; isHeard(name: unknown): boolean },
): NextAuthTabs {
  return {
    listen(tell, signal) {
      if (signal.aborted) return
      const hear = (message: unknown) => {
        const trigger = triggerOf(message)
        if (trigger && !own.isHeard(Object(message).sessionchart))
          tell(trigger === 'signout' ? 'otherTab.signedOut' : 'otherTab.changed')
      }
      const leave = joinChannel(environment, hear)
      if (leave) signal.addEventListener('abort', leave)
      const onStorage = (event: Event) => {
        const { key, newValue } = event as StorageEvent
        if (key === V4_KEY && newValue !== null) hear(parse(newValue))
      }
      environment.on('storage', onStorage, signal)
      // Last, because the signal may abort upon it.
      if (!leave && !environment.hasShared()) tell('tabs.unavailable')
    },
    tell(trigger) {
      const message = { event: 'session', data: { trigger }, sessionchart: own.name() }
      channels.get(environment.openChannel)?.channel.post(message)
      const at = environment.now()
      // `at`, because a tab hears only of a value that is another one: next-auth's own time is in seconds.
      environment.writeShared(V4_KEY, JSON.stringify({ ...message, timestamp: Math.floor(at / 1_000), at }))
    },
  }
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

/** Anything that is not a message of next-auth is ignored: the names are known to every script of the origin. */
function triggerOf(message: unknown): Trigger | null {
  const { event, data } = Object(message) as { event?: unknown; data?: { trigger?: unknown } }
  if (event !== 'session') return null
  const trigger = Object(data).trigger
  return trigger === 'signout' ? 'signout' : trigger === 'getSession' ? 'getSession' : null
}
