/** A session as it travels through the charts: plain JSON, whatever fields the app gave it. */
export type SessionData = Record<string, unknown>

/**
 * When the session ends, in epoch milliseconds. `null` (no deadline) when `expires` is missing, unreadable, or
 * already past as the session arrives: test fixtures say `expires: '1'`, and a server that has just answered
 * with a session means it.
 */
export function deadlineOf(session: SessionData | null, at: number): number | null {
  const expires = session?.expires
  const deadline = typeof expires === 'string' ? Date.parse(expires) : Number.NaN
  return deadline > at ? deadline : null
}
