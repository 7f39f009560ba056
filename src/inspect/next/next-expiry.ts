import type { SessionSnapshot } from '../session-snapshot'
import { alarmOf, limitOf } from './alarms'
import type { Possibility } from './possibility'
import { tryEvent } from './trial'

const name = 'expiry'

/** What would come of the end of the session. */
export function nextExpiry(snapshot: SessionSnapshot, at: number): Possibility {
  const { context } = snapshot
  if (snapshot.matches({ lifetime: 'open' })) return { name, verdict: 'no', reason: whyOpen(snapshot) }
  if (snapshot.matches({ lifetime: 'confirming' })) return whileAsked(snapshot, at)
  const { dueAt, rings } = alarmOf('lifetime.expiring', context, at)
  const { after } = tryEvent(nearTheEnd(snapshot, at), rings(Math.max(at, dueAt)))
  return { name, verdict: 'will', dueAt, reason: reasonFor(after) }
}

/** The same session when it is about to end. */
function nearTheEnd(snapshot: SessionSnapshot, at: number): SessionSnapshot {
  if (snapshot.matches({ lifetime: 'expiring' })) return snapshot
  const { dueAt, rings } = alarmOf('lifetime.running', snapshot.context, at)
  return tryEvent(snapshot, rings(dueAt)).after
}

function whileAsked(snapshot: SessionSnapshot, at: number): Possibility {
  const { event, delayMs } = limitOf('lifetime.confirming')
  const ends = tryEvent(snapshot, event).after.matches({ status: 'unauthenticated' })
  const dueAt = alarmOf('lifetime.expiring', snapshot.context, at).dueAt + delayMs
  const reason = 'The server is asked whether the session goes on. Without an answer it ends.'
  return { name, verdict: ends ? 'will' : 'no', dueAt, reason }
}

function whyOpen({ context: { expiresAt, data } }: SessionSnapshot): string {
  if (expiresAt !== null) return 'The alarm of the end has broken.'
  return data ? 'Nothing is known of an end.' : 'Nobody is signed in.'
}

function reasonFor(after: SessionSnapshot): string {
  if (after.matches({ lifetime: 'confirming' })) {
    return 'The server is asked whether the session goes on. Without an answer in a few seconds it ends.'
  }
  return after.context.online ? "It ends unasked: atExpiry is 'end'." : 'It ends unasked: offline.'
}
