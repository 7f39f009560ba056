import type { RefetchTrigger, SessionEvent } from 'sessionchart/machines/session'
import type { SessionSnapshot } from '../session-snapshot'
import { secondsWords } from '../words/seconds-words'
import { alarmOf } from './alarms'
import { laneOf, laneWords } from './lane'
import type { Possibility, Verdict } from './possibility'
import { passes, type Trial } from './trial'

type Judgement = Omit<Possibility, 'name'>

/** What has come of a reason to read that was tried, and why. */
export function judgeRead(trial: Trial, trigger: RefetchTrigger, at: number): Judgement {
  const wish: SessionEvent = { type: 'session.refetch', at, trigger }
  const verdict = verdictOn(trial, wish)
  const { before } = trial
  switch (verdict) {
    case 'joins':
      return { verdict, reason: `Joins what is under way: ${laneWords(before, at)}.` }
    case 'waits':
      return { verdict, ...whyLater(trial, wish) }
    case 'no':
      return { verdict, ...whyNot(before, wish) }
    default:
      return { verdict, reason: howItAsks(before) }
  }
}

function verdictOn({ before, after, asks }: Trial, wish: SessionEvent): Verdict {
  if (asks) return 'may'
  const isKept = after.context.wish !== null
  const isAdded = callsOf(after) > callsOf(before)
  if (passes('waitsForNetwork', before, wish)) return isKept ? 'waits' : 'no'
  const [lane] = laneOf(before).split('.')
  switch (lane) {
    case 'reading':
      return isPutOff(before, after, wish) ? 'waits' : 'joins'
    case 'updating':
      return isAdded || (isKept && passes('needsNewerAnswer', before, wish)) ? 'waits' : 'joins'
    case 'waiting':
      return 'waits'
    case 'idle':
      return after.matches({ request: 'resting' }) ? 'waits' : 'no'
    case 'resting':
      return passes('comesTooSoon', before, wish) ? 'waits' : 'no'
    default:
      return isAdded || (isKept && passes('mayAsk', before, wish)) ? 'waits' : 'no'
  }
}

const callsOf = ({ context: { readers, later } }: SessionSnapshot) => readers.length + later.length

/** The read that is out will not do, and is not begun anew either. */
const isPutOff = (before: SessionSnapshot, after: SessionSnapshot, wish: SessionEvent) =>
  after.context.later.length > before.context.later.length ||
  (passes('needsNewerAnswer', before, wish) &&
    after.context.wish !== null &&
    !passes('interrupts', before, wish)) ||
  (before.matches({ request: { reading: 'asking' } }) && passes('comesTooSoon', before, wish))

function howItAsks(before: SessionSnapshot): string {
  const lane = laneOf(before)
  if (lane.startsWith('reading')) return 'Aborts the read that is out, and asks anew.'
  return lane.startsWith('waiting') ? 'Ends the pause after the failure, and asks.' : 'Asks the server.'
}

function whyLater({ before, after }: Trial, wish: SessionEvent): Omit<Judgement, 'verdict'> {
  const { at } = wish as { at: number }
  const lane = laneOf(before)
  if (passes('waitsForNetwork', before, wish))
    return { reason: 'Offline: it is asked when the network is back.' }
  if (after.context.later.length > before.context.later.length) {
    return { reason: 'So many calls wait for the read that is out that the next one answers this.' }
  }
  if (/^(idle|resting|reading)/.test(lane) && passes('comesTooSoon', before, wish)) {
    const { dueAt } = alarmOf('request.resting', after.context, at)
    return { dueAt, reason: throttled(dueAt - at, 'it was asked for a reason like this a moment ago') }
  }
  const reason = `Waits: ${laneWords(before, at)}.`
  if (lane !== 'waiting.counting') return { reason }
  return { dueAt: alarmOf(`request.${lane}`, before.context, at).dueAt, reason }
}

function whyNot(before: SessionSnapshot, wish: SessionEvent): Omit<Judgement, 'verdict'> {
  const { at } = wish as { at: number }
  const { answeredAt, settings } = before.context
  if (!passes('mayAsk', before, wish)) return { reason: 'Offline: it is asked when the network is back.' }
  if (laneOf(before) !== 'idle')
    return { reason: `Is passed over, for it comes again: ${laneWords(before, at)}.` }
  const dueAt = (answeredAt ?? at) + settings.refetchLimitMs
  return { dueAt, reason: throttled(dueAt - at, 'the last answer is new enough') }
}

const throttled = (milliseconds: number, why: string) =>
  `Throttled for ${secondsWords(milliseconds)}: ${why}.`
