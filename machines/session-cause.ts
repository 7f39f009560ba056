import type { RefetchTrigger } from './refetch-triggers'
import type { SessionFailure } from './session-failure'

/** What made the session known: a reason to read, a request that changes it, or the app by its `session` prop. */
export type AnswerTrigger = RefetchTrigger | 'update' | 'sign-in' | 'sign-out' | 'app'

/**
 * Why the status is what it is. `at` is when it became so, in epoch milliseconds on this device's clock; `tabId`
 * names the client in another tab that has asked.
 */
export type SessionCause =
  | { type: 'starting'; at: number }
  | { type: 'seeded'; at: number }
  | { type: 'prop'; at: number }
  | { type: 'server'; at: number; trigger: AnswerTrigger; tabId?: string; httpStatus?: number }
  | { type: 'signed-in'; at: number; httpStatus?: number }
  | { type: 'signed-out'; at: number; httpStatus?: number }
  | { type: 'signed-in-in-other-tab'; at: number; tabId?: string; httpStatus?: number }
  | { type: 'signed-out-in-other-tab'; at: number; tabId?: string; httpStatus?: number }
  | { type: 'expired'; at: number; expiresAt: number }
  | { type: 'unreachable'; at: number; failure: SessionFailure }
  | { type: 'user-changed'; at: number; trigger: AnswerTrigger; tabId?: string; httpStatus?: number }

export interface Finding {
  at: number
  trigger: AnswerTrigger
  httpStatus: number | undefined
  /** The other tab that has found it out. */
  tabId: string | undefined
  was: 'signed-in' | 'signed-out' | 'unknown'
  is: 'signed-in' | 'signed-out'
  userChanged: boolean
  /** When the session had to end, if that is over. */
  endedAt: number | null
}

/** Another tab has signed out, or has not said what became of it. */
const theirSignOuts: AnswerTrigger[] = ['other-tab-sign-out', 'other-tab-silent']

/** Names the cause of what an answer has found out. */
export function causeOf(finding: Finding): SessionCause {
  const { at, trigger, httpStatus, tabId, was, is, userChanged, endedAt } = finding
  const facts = { at, ...(httpStatus !== undefined && { httpStatus }), ...(tabId !== undefined && { tabId }) }
  switch (trigger) {
    case 'app':
      return { type: 'prop', at }
    case 'sign-in':
      if (is === 'signed-out') break
      return { type: 'signed-in', ...facts }
    case 'sign-out':
      return { type: 'signed-out', ...facts }
    case 'update':
      return { type: 'server', trigger, ...facts }
  }
  if (endedAt !== null && is === 'signed-out') return { type: 'expired', at, expiresAt: endedAt }
  if (userChanged) return { type: 'user-changed', trigger, ...facts }
  // A read of another tab that finds nobody is no sign-out of that tab: it is what the server has told it.
  const isTheirs = is === 'signed-in' ? trigger.startsWith('other-tab') : theirSignOuts.includes(trigger)
  if (isTheirs && was !== 'unknown' && was !== is) {
    return { type: `${is}-in-other-tab`, ...facts }
  }
  return { type: 'server', trigger, ...facts }
}
