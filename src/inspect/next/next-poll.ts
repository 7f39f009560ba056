import type { SessionSnapshot } from '../session-snapshot'
import { alarmOf } from './alarms'
import { judgeRead } from './judge-read'
import type { Possibility } from './possibility'
import { tryEvent } from './trial'

/** What would come of the next poll. */
export function nextPoll(snapshot: SessionSnapshot, at: number): Possibility {
  const { context } = snapshot
  if (snapshot.matches({ polling: 'off' })) return { name: 'poll', verdict: 'no', reason: whyOff(snapshot) }
  if (snapshot.matches({ polling: 'paused' })) {
    const reason = 'Offline, and refetchWhenOffline is false: a poll that falls due is made up for.'
    return { name: 'poll', verdict: 'waits', ...(context.pollDueAt && { dueAt: context.pollDueAt }), reason }
  }
  const { dueAt, rings } = alarmOf('polling.waiting', context, at)
  const ringsAt = Math.max(at, dueAt)
  const { verdict, reason } = judgeRead(tryEvent(snapshot, rings(ringsAt)), 'poll', at)
  return { name: 'poll', verdict: verdict === 'may' ? 'will' : verdict, dueAt, reason }
}

function whyOff({ context: { settings, data } }: SessionSnapshot): string {
  if (settings.refetchIntervalMs === 0) return 'No refetchInterval is set.'
  return data ? 'The alarm of the polls has broken.' : 'Nobody is signed in.'
}
