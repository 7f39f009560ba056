import type { SessionActor } from 'sessionchart'
import type { SessionCause } from 'sessionchart/machines/session'
import type { AnyEventObject } from 'xstate'
import type { RecordedEvent } from './recording'
import type { Redactor } from './redactor'
import type { SessionSnapshot } from './session-snapshot'
import type { Tape } from './tape'

/** One chart, from where the recording of it begins to its end. */
export interface Life {
  /** An event was sent to the chart. */
  expect(event: AnyEventObject): void
  /** The chart has taken an event. */
  take(event: AnyEventObject, snapshot: SessionSnapshot): void
  /** Nothing more is heard of it. */
  leave(): void
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
  // Sent and not taken yet. The first one is what a chart has failed at.
  const waiting: RecordedEvent[] = []
  const redacted = new WeakMap<AnyEventObject, RecordedEvent>()
  const seen = new WeakSet([first])
  let cause = nameOf(first.context.cause)

  const subscription = actor.subscribe({
    error() {
      tape.close(track, { type: 'crashed', at: now(), event: waiting[0] ?? null })
      onEnd()
    },
  })

  function leave() {
    subscription.unsubscribe()
    tape.close(track)
  }

  return {
    expect(event) {
      const one = redactor.event(event)
      redacted.set(event, one)
      waiting.push(one)
    },
    take(event, snapshot) {
      const sent = redacted.get(event)
      // The recording has begun between the event and its snapshot, with this very snapshot.
      if (!sent && seen.has(snapshot)) return
      const at = timeOf(event) ?? now()
      if (event.type === 'xstate.stop') {
        tape.close(track, { type: 'stopped', at })
        return onEnd()
      }
      if (sent) waiting.splice(0, waiting.indexOf(sent) + 1)
      const { value, context } = snapshot
      const isNews = nameOf(context.cause) !== cause
      cause = nameOf(context.cause)
      tape.add(
        track,
        {
          at,
          event: sent ?? redactor.event(event),
          value,
          ...(isNews && { cause: redactor.cause(context.cause) }),
        },
        () => beginningAt(at, snapshot),
      )
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
