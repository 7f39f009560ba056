import { onTestFinished } from 'vitest'

export interface OtherTab {
  /** What this tab has told the others, by next-auth v5's channel. */
  heard: unknown[]
}

/** Another tab that runs next-auth v5. */
export function openOtherTab(): OtherTab {
  const heard: unknown[] = []
  const channel = new BroadcastChannel('next-auth')
  channel.addEventListener('message', (event) => heard.push((event as MessageEvent).data))
  onTestFinished(() => channel.close())
  return { heard }
}

/** What this tab has told tabs that run next-auth v4; `null` when nothing. */
export const lastStorageMessage = (): string | null => localStorage.getItem('nextauth.message')
