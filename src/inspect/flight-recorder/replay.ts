import { type SessionCause, sessionMachine } from 'sessionchart/machines/session'
import type { StateValue } from 'xstate'
import type { RecordedEvent, RecordedPart, Recording } from '../recording'
import type { SessionSnapshot } from '../session-snapshot'
import { takeEvent } from '../take-event'
import { chartName } from './chart-name'
import { checkRecording } from './check-recording'

/** What the chart does with the events of a recording. */
export interface Replay {
  /** It is the chart that was recorded. */
  sameChart: boolean
  /** In the order of the recording. */
  parts: ReplayedPart[]
  /** Where the chart went elsewhere. None: it does what it did. */
  differences: ReplayDifference[]
}

export interface ReplayedPart {
  /**
   * The state before the first step, after it, after the second and so on: `snapshots[n]` is that before the step `n`
   * and `snapshots[n + 1]` that after it.
   */
  snapshots: SessionSnapshot[]
  /** All steps were taken. Else it ends before one at whose beginning the chart was in a state that is none now. */
  isComplete: boolean
}

export interface ReplayDifference {
  part: number
  /** The place of the step in its part; -1 is the beginning. */
  step: number
  event: RecordedEvent | null
  recorded: StateValue
  /** `null` where the chart has failed, or does not have the state to begin with. */
  replayed: StateValue | null
  /** Why the status is what it is, where that differs, in the types of the causes. */
  causes?: { recorded: SessionCause['type']; replayed: SessionCause['type'] }
}

/**
 * Lets the session chart take the events of a recording once more. Nothing is executed: no request is sent, and no
 * running session is touched. After a difference it goes on from where the chart was when it was recorded.
 *
 * @throws SessionOptionError naming what is wrong, when it is no recording, or one of a newer format.
 *
 * @example
 * ```ts
 * const { sameChart, parts, differences } = replay(JSON.parse(text))
 * const before = parts[0]?.snapshots[3]?.context.cause
 * ```
 */
export function replay(recording: Recording): Replay {
  const { chart, parts } = checkRecording(recording)
  const differences: ReplayDifference[] = []
  return {
    sameChart: chart === chartName(),
    parts: parts.map((part, index) =>
      replayPart(part, (difference) => differences.push({ part: index, ...difference })),
    ),
    differences,
  }
}

function replayPart(
  { value, context, steps }: RecordedPart,
  differ: (difference: Omit<ReplayDifference, 'part'>) => void,
): ReplayedPart {
  const snapshots: SessionSnapshot[] = []
  let snapshot = snapshotAt(value, context)
  if (!snapshot) differ({ step: -1, event: null, recorded: value, replayed: null })

  let cause = Object(context.cause).type
  for (const [step, { event, value: recorded, cause: news }] of steps.entries()) {
    if (!snapshot) return { snapshots, isComplete: false }
    snapshots.push(snapshot)
    cause = news?.type ?? cause
    const next = take(snapshot, event)
    const isSame = isSameState(next?.value, recorded)
    const replayedCause = next?.context.cause.type ?? cause
    if (isSame && replayedCause === cause) {
      snapshot = next
      continue
    }
    const causes = replayedCause !== cause && { causes: { recorded: cause, replayed: replayedCause } }
    differ({ step, event, recorded, replayed: next?.value ?? null, ...causes })
    snapshot = isSame ? next : snapshotAt(recorded, (next ?? snapshot).context)
    // Told once: from here on it is compared with what the chart has made of it.
    cause = snapshot?.context.cause.type ?? cause
  }

  if (snapshot) snapshots.push(snapshot)
  return { snapshots, isComplete: snapshot !== null }
}

/** `null` when the chart has no such state. */
function snapshotAt(value: StateValue, context: RecordedPart['context']): SessionSnapshot | null {
  try {
    return sessionMachine.resolveState({ value, context })
  } catch {
    return null
  }
}

/** `null` when the chart fails. */
function take(snapshot: SessionSnapshot, event: RecordedEvent): SessionSnapshot | null {
  try {
    const [next] = takeEvent(snapshot, event)
    return next.status === 'active' ? next : null
  } catch {
    return null
  }
}

function isSameState(a: StateValue | undefined, b: StateValue | undefined): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b
  return (
    Object.keys(a).length === Object.keys(b).length &&
    Object.keys(a).every((key) => isSameState(a[key], b[key]))
  )
}
