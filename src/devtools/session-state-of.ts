import { SessionError, type SessionState } from 'sessionchart'
import type { Snapshot } from './snapshot'

/** What an app has seen whose chart stood there. */
export function sessionStateOf(snapshot: Snapshot): SessionState {
  const { data, cause, failure, expiresAt } = snapshot.context
  const statuses = ['loading', 'authenticated', 'unauthenticated'] as const
  return {
    status: statuses.find((status) => snapshot.hasTag(status)) ?? 'loading',
    data: data as unknown as SessionState['data'],
    cause,
    error: failure && new SessionError(failure),
    isFetching: snapshot.hasTag('fetching'),
    isUpdating: snapshot.hasTag('updating'),
    isStale: failure !== null,
    isExpiring: snapshot.hasTag('expiring'),
    expiresAt,
  }
}
