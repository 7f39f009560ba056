import type { Session } from 'sessionchart'
import type { SessionCause, SessionFailure, SessionMemory, SessionTag } from 'sessionchart/machines/session'
import { errorFrom, type SessionError } from '../session-error'

export type { SessionCause }

/** Everything there is to know about the session. */
export interface SessionState<S = Session> {
  status: 'loading' | 'authenticated' | 'unauthenticated'
  /** `undefined` only while loading without a seed. */
  data: S | null | undefined
  /** Why the status is what it is. */
  cause: SessionCause
  /** The last failed request; `null` again after the next success. */
  error: SessionError | null
  /** A read or an update is under way. */
  isFetching: boolean
  /** An update is under way. */
  isUpdating: boolean
  /** The last request failed: what is shown may be out of date. */
  isStale: boolean
  /** The session is about to end. */
  isExpiring: boolean
  /** When the session ends, in epoch milliseconds on this device's clock. `data.expires` may lag behind it. */
  expiresAt: number | null
}

/** @inline */
type HasTag = (tag: SessionTag) => boolean

/**
 * Makes of a snapshot of the session chart what an app sees of it.
 *
 * @param loading the tags that the app wants to see as loading
 *
 * @example
 * ```ts
 * const snapshot = client.actor.getSnapshot()
 * const state = projectState(snapshot.context, (tag) => snapshot.hasTag(tag))
 * ```
 */
export function projectState<S>(
  memory: SessionMemory,
  hasTag: HasTag,
  loading: SessionTag[] = ['loading'],
): SessionState<S> {
  const { data, cause, failure, expiresAt } = memory
  return {
    status: loading.some(hasTag) ? 'loading' : hasTag('authenticated') ? 'authenticated' : 'unauthenticated',
    data: data as S | null | undefined,
    cause,
    error: failure && errorFrom(failure),
    isFetching: hasTag('fetching'),
    isUpdating: hasTag('updating'),
    isStale: !!failure,
    isExpiring: hasTag('expiring'),
    expiresAt,
  }
}

/** The status of a client that does not run: on a server, before its start, after its stop. */
export const statusOf = (data: unknown): SessionState['status'] =>
  data === undefined ? 'loading' : data === null ? 'unauthenticated' : 'authenticated'

/** What such a client shows. */
export function projectMemory<S>(memory: SessionMemory): SessionState<S> {
  const status = statusOf(memory.data)
  return projectState(memory, (tag) => tag === status)
}

/** What is known when what would run the chart cannot be loaded: a failed request, as the chart would note it. */
export function noteLack(memory: SessionMemory, failure: SessionFailure, at: number): SessionMemory {
  // The next ones are no news.
  if (memory.failure) return memory
  const noted = { ...memory, failure, failures: 1, retryAt: at }
  return memory.data === undefined
    ? { ...noted, data: null, cause: { type: 'unreachable', at, failure } }
    : noted
}

/** `next`, or `previous` where they say the same, so that nobody is told about nothing. */
export function keepState<S>(previous: SessionState<S>, next: SessionState<S>): SessionState<S> {
  const keys = Object.keys(next) as Array<keyof SessionState<S>>
  return keys.every((key) => Object.is(previous[key], next[key])) ? previous : next
}
