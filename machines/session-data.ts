/** A session as it travels through the charts: plain JSON, whatever fields the app gave it. */
export type SessionData = Record<string, unknown>

/** How far the server's clock is ahead of this device's, at least and at most, in milliseconds. */
export interface ClockBounds {
  min: number
  max: number
}

/**
 * What is known of the server's clock, with what an answer says about it. What may be so is left as it is; otherwise
 * the lower bound is taken, by which a session ends a little late: asked before its end, a server prolongs it.
 */
export const adjustClock = (offsetMs: number, bounds: ClockBounds | undefined): number =>
  bounds && (offsetMs < bounds.min || offsetMs > bounds.max) ? bounds.min : offsetMs

/**
 * When the session ends, in epoch milliseconds on this device's clock. `null` (no deadline) when `expires` is
 * missing, unreadable, or already past as the session arrives: test fixtures say `expires: '1'`, and a server that
 * has just answered with a session means it.
 */
export function deadlineOf(session: SessionData | null, at: number, clockOffsetMs = 0): number | null {
  const expires = session?.expires
  const deadline = typeof expires === 'string' ? Date.parse(expires) - clockOffsetMs : Number.NaN
  return deadline > at ? deadline : null
}
