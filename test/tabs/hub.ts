import type { SessionContext, SessionData, SessionEvent, TurnInput } from 'sessionchart/machines/session'
import { createTabs, type Tabs } from '../../src/tabs/create-tabs'
import type { TabMessage } from '../../src/tabs/tab-message'
import type { BrowserTab } from './browser'

export interface Hub extends Tabs {
  /** What it has heard of the others. */
  heard: TabMessage[]
  /** Hears them no more. */
  leave(): void
  take(wanted?: Partial<TurnInput>): Turn
}

interface Turn {
  heard: unknown[]
  end(): void
  /** The client that wants it is stopped. */
  stop(): void
  /** The end of that client. */
  life: AbortSignal
}

/** What a tab knows of the others, beginning to hear them unless told otherwise. */
export function openHub(
  tab: BrowserTab,
  { isDeaf = false, channel }: { isDeaf?: boolean; channel?: string | undefined } = {},
): Hub {
  const heard: TabMessage[] = []
  const listening = new AbortController()
  const tabs = createTabs({
    environment: tab.environment,
    tabId: tab.id,
    apiBase: () => '/api/auth',
    channel: () => channel,
  })
  if (!isDeaf) tabs.listen((message) => heard.push(message), listening.signal)
  return {
    ...tabs,
    heard,
    leave: () => listening.abort(),
    take(wanted = {}) {
      const heard: unknown[] = []
      const [turn, life] = [new AbortController(), new AbortController()]
      tabs.takeTurn(
        { write: null, patienceMs: 1_000, writePatienceMs: 60_000, ...wanted },
        { came: (found) => heard.push(found), lost: () => heard.push('lost') },
        turn.signal,
        life.signal,
      )
      return { heard, end: () => turn.abort(), stop: () => life.abort(), life: life.signal }
    },
  }
}

type Answer = Pick<SessionContext, 'data' | 'expiresAt' | 'tookMs' | 'order'>

/** What a client knows after it was answered. */
export const known = (data: SessionData | null, [epoch, stamp] = [7, 8]): Answer => ({
  data,
  expiresAt: 9,
  tookMs: 10,
  order: { epoch, stamp, from: 'tab 1' },
})

/** What it is told of an answer of its own. */
export const answered = (
  trigger: Extract<SessionEvent, { type: 'session.answered' }>['trigger'],
): SessionEvent => ({ type: 'session.answered', at: 0, trigger, session: null, user: null })
