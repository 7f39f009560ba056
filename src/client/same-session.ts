import { saysTheSame } from 'sessionchart/machines/memory'
import type { SessionData } from 'sessionchart/machines/session'

/** Two sessions have the same value, whatever types the app has for them. */
export const isSameSession = (one: unknown, other: unknown): boolean =>
  saysTheSame(one as SessionData | null | undefined, other as SessionData | null)
