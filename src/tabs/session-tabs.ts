import type { Environment } from 'sessionchart/client'
import { readTabMessage, type TabMessage, type TabNews } from './tab-message'

/** The tabs of the same browser that have a client of ours for the same endpoints. */
export interface SessionTabs {
  /** Tells all of them. What cannot be told is lost, as any message may be: they read when they next have a reason. */
  post(news: TabNews): void
  close(): void
}

/** Hears what they say until it is closed. `null` where the platform has no channels. */
export function openSessionTabs(
  environment: Environment,
  name: string,
  ownId: string,
  hear: (message: TabMessage) => void,
): SessionTabs | null {
  const channel = environment.openChannel(name, (data) => {
    const message = readTabMessage(data, ownId, environment.now())
    if (message) hear(message)
  })
  if (!channel || channel.reachesThreads) {
    channel?.close()
    return null
  }
  return {
    post(news) {
      try {
        channel.post({ ...news, v: 1, from: ownId })
      } catch {
        // The channel is closed, or an app has put into the session what cannot be copied.
      }
    },
    close: () => channel.close(),
  }
}
