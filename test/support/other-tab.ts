import { onTestFinished } from 'vitest'

export interface OtherTab {
  /** What this tab has told the others, by next-auth v5's channel. */
  heard: unknown[]
  /** Tells this tab something. */
  say(message: unknown): void
}

/** What next-auth v5 says when its session may have changed. */
export const sessionMayHaveChanged = { event: 'session', data: { trigger: 'getSession' } }

/** Another tab that runs next-auth v5. */
export function openOtherTab(name = 'next-auth'): OtherTab {
  const heard: unknown[] = []
  const channel = new BroadcastChannel(name)
  channel.addEventListener('message', (event) => heard.push((event as MessageEvent).data))
  onTestFinished(() => channel.close())
  return { heard, say: (message) => channel.postMessage(message) }
}

/** What this tab has told tabs that run next-auth v4; `null` when nothing. */
export const lastStorageMessage = (): string | null => localStorage.getItem('nextauth.message')
