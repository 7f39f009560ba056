import type { SessionSnapshot } from '../session-snapshot'
import { failureWords } from '../words/failure-words'
import { secondsWords } from '../words/seconds-words'
import { alarmOf } from './alarms'

/** What the one lane to the server is at: the states of the region `request`. */
export type Lane =
  | 'choosing'
  | 'idle'
  | 'resting'
  | 'reading.queued'
  | 'reading.inquiring'
  | 'reading.asking'
  | 'updating.queued'
  | 'updating.asking'
  | 'waiting.counting'
  | 'waiting.paused'
  | 'suspended'
  | 'lent.queued'
  | 'lent.granted'
  | 'held'
  | 'yielding'

export function laneOf({ value }: SessionSnapshot): Lane {
  const { request } = value as { request: string | Record<string, string> }
  return (typeof request === 'string' ? request : Object.entries(request)[0]?.join('.')) as Lane
}

/** What is under way, as the second half of a sentence. */
export function laneWords(snapshot: SessionSnapshot, at: number): string {
  const { failure, operation, online } = snapshot.context
  const flow = operation?.kind === 'sign-in' ? 'a sign-in' : 'a sign-out'
  const failed = `the last request failed${failure ? ` (${failureWords(failure)})` : ''}`
  const lane = laneOf(snapshot)
  switch (lane) {
    case 'choosing':
    case 'idle':
      return 'nothing is asked'
    case 'resting':
      return 'a reason to read waits until the last such read is a few seconds old'
    case 'reading.queued':
      return 'a read waits until no other tab asks'
    case 'reading.inquiring':
      return 'another tab was answered a moment ago, and is asked what it knows'
    case 'reading.asking':
      return 'a read is out'
    case 'updating.queued':
      return 'an update waits until no other tab asks'
    case 'updating.asking':
      return 'an update is out'
    case 'waiting.counting':
      return `${failed}, and is tried again in ${secondsWords(alarmOf('request.waiting.counting', snapshot.context, at).dueAt - at)}`
    case 'waiting.paused':
      return `${failed}, and ${online ? 'an alarm has broken' : 'the browser says that it is offline'}: it is tried once a minute`
    case 'suspended':
      return 'the page was left'
    case 'lent.queued':
      return `${flow} waits until no other tab asks`
    case 'lent.granted':
      return `${flow} is under way`
    case 'held':
      return 'the page is being left'
    case 'yielding':
      return 'another tab is changing who is signed in'
    default:
      return lane satisfies never
  }
}
