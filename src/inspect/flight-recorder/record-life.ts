import type { SessionActor } from 'sessionchart'
import type { SessionCause } from 'sessionchart/machines/session'
import type { AnyEventObject } from 'xstate'
import type { RecordedEvent, RecordedStep } from '../recording'
import { safely } from '../redaction/careful-reading'
import type { Redactor } from '../redaction/redactor'
import type { SessionSnapshot } from '../session-snapshot'
import { describeCause } from '../words/describe-cause'
import type { Tape } from './tape'

/** One chart, from where the recording of it begins to its end. */
export interface Life {
  /** An event was sent to the chart. */
  expect(event: AnyEventObject): void
  /** The chart has taken an event. */
  take(event: AnyEventObject, snapshot: SessionSnapshot): void
  /** The chart may have taken an event and not said so yet: others are told first. */
  catchUp(): void
  /** Nothing more is heard of it. */
  leave(): void
}

interface Sent {
  event: AnyEventObject
  redacted: RecordedEvent
}

interface LifeOptions {
  actor: SessionActor
  snapshot: SessionSnapshot
  redactor: Redactor
  tape: Tape
  now(): number
  onEnd(): void
}

/** Writes down what becomes of a chart. Holds nothing but what it has redacted. */
export function recordLife({ actor, snapshot: first, redactor, tape, now, onEnd }: LifeOptions): Life {
  const beginningAt = (at: number, { value, context }: SessionSnapshot) => ({
    at,
    value,
    context: redactor.context(context),
  })
  const track = tape.begin(beginningAt(now(), first))
  // Sent and not taken yet: the first one is under way, or what the chart has failed at.
  const waiting: Sent[] = []
  const taken = new WeakSet([first])
  let isAhead = false
  let cause = nameOf(first.context.cause)

  const subscription = actor.subscribe({
    error() {
      tape.close(track, { type: 'crashed', at: now(), event: waiting[0]?.redacted ?? null })
      onEnd()
    },
  })

  function leave() {
    subscription.unsubscribe()
    tape.close(track)
  }

  function add(event: AnyEventObject, redacted: RecordedEvent, snapshot: SessionSnapshot) {
    const at = timeOf(event) ?? now()
    const { value, context } = snapshot
    const isNews = nameOf(context.cause) !== cause
    cause = nameOf(context.cause)
    taken.add(snapshot)
    tape.add(track, { at, event: redacted, value, ...(isNews && newsOf(context.cause)) }, () =>
      beginningAt(at, snapshot),
    )
  }

  function newsOf(given: SessionCause): Pick<RecordedStep, 'cause' | 'why'> {
    const redacted = redactor.cause(given)
    const why = safely(() => describeCause(redacted, { time: isoTime }), undefined)
    return { cause: redacted, ...(why !== undefined && { why }) }
  }

  return {
    expect: (event) => void waiting.push({ event, redacted: redactor.event(event) }),
    take(event, snapshot) {
      if (isAhead) {
        isAhead = false
        return
      }
      const place = waiting.findIndex((sent) => sent.event === event)
      // The recording has begun between the event and its snapshot, with this very snapshot.
      if (place < 0 && taken.has(snapshot)) return
      if (event.type === 'xstate.stop') {
        tape.close(track, { type: 'stopped', at: timeOf(event) ?? now() })
        return onEnd()
      }
      const [sent] = waiting.splice(0, place + 1).slice(-1)
      add(event, sent?.redacted ?? redactor.event(event), snapshot)
    },
    catchUp() {
      const snapshot = actor.getSnapshot()
      if (waiting.length === 0 || taken.has(snapshot) || snapshot.status !== 'active') return
      const { event, redacted } = waiting.shift() as Sent
      add(event, redacted, snapshot)
      isAhead = true
    },
    leave,
  }
}

/** Causes that differ differ in this. */
const nameOf = ({ type, at }: SessionCause) => `${type} ${at}`

/** When the event was made, if it says so. */
function timeOf({ at, output }: AnyEventObject): number | undefined {
  const time = at ?? Object(output).at ?? Object(Object(output).answer).at
  return typeof time === 'number' ? time : undefined
}

/** Read elsewhere, where it is another hour. */
const isoTime = (at: number) => new Date(at).toISOString()
