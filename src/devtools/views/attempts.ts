import type { SessionContext, SessionEvent } from 'sessionchart/machines'

/** How long it is not tried again after a failure that was made up. */
const PAUSE_MS = 5_000

/** What one can let happen to this tab. The server is not asked, other tabs are not told. */
export const attempts = {
  goOffline: (_: SessionContext, at: number): SessionEvent => ({ type: 'network.lost', at }),

  goOnline: (_: SessionContext, at: number): SessionEvent => ({ type: 'network.restored', at }),

  /** As if another tab had asked in vain: an own failure would be told to the others, and logged. */
  failRequest: ({ failures }: SessionContext, at: number): SessionEvent => ({
    type: 'session.failed',
    at,
    failure: { code: 'http', message: 'Made up in the devtools: the server answered 500.', status: 500 },
    jitter: 0,
    adopted: { failures: failures + 1, pauseMs: PAUSE_MS },
  }),

  expire: (_: SessionContext, at: number): SessionEvent => ({ type: 'session.ended', at }),

  /** Newer than all that this tab knows, and of the same epoch: it is no write that others would wait for. */
  signOutInOtherTab: ({ order, highest }: SessionContext, at: number): SessionEvent => ({
    type: 'otherTab.answered',
    at,
    session: null,
    user: null,
    expiresAt: null,
    tookMs: 0,
    why: 'sign-out',
    epoch: order.epoch,
    stamp: Math.max(at, highest + 1),
    from: 'devtools',
  }),
}

export type Attempt = keyof typeof attempts
