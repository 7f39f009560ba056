import type { SessionSnapshot } from '../session-snapshot'
import { failureWords } from '../words/failure-words'
import { alarmOf, limitOf } from './alarms'
import { laneWords } from './lane'
import type { Possibility } from './possibility'
import { tryEvent } from './trial'

/** What would come of the next try, if the last request failed. */
export function nextRetry(snapshot: SessionSnapshot, at: number): Possibility {
  const { context } = snapshot
  const name = 'retry'
  if (!context.failure) return { name, verdict: 'no', reason: 'The last request did not fail.' }
  const failed = `The last request failed (${failureWords(context.failure)})`
  if (snapshot.matches({ request: { waiting: 'counting' } })) {
    const { dueAt, rings } = alarmOf('request.waiting.counting', context, at)
    const { asks } = tryEvent(snapshot, rings(Math.max(at, dueAt)))
    return { name, verdict: asks ? 'will' : 'no', dueAt, reason: `${failed}: it is tried again.` }
  }
  if (snapshot.matches({ request: { waiting: 'paused' } })) {
    const { asks } = tryEvent(snapshot, limitOf('request.waiting.paused').event)
    const why = context.online ? 'An alarm has broken' : 'Offline'
    const reason = `${failed}. ${why}: it is tried once a minute, and at once when the network is back.`
    return { name, verdict: asks ? 'will' : 'no', reason }
  }
  const isAsking = snapshot.hasTag('fetching')
  return { name, verdict: isAsking ? 'joins' : 'waits', reason: `${failed}, and ${laneWords(snapshot, at)}.` }
}
