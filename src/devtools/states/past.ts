import type { SessionSnapshot } from 'sessionchart/inspect'
import { type Recording, type ReplayDifference, replay } from 'sessionchart/inspect'

/** What a recording tells, as the chart does it today. */
export interface Past {
  /** The beginning of each part, and what was after each of its steps, in the order of `logRows`. */
  moments: PastMoment[]
  sameChart: boolean
  differences: ReplayDifference[]
}

interface PastMoment {
  at: number
  /** `null` when the chart of today has no such states. */
  snapshot: SessionSnapshot | null
}

/** @throws SessionOptionError for what is no recording. */
export function readPast(recording: Recording): Past {
  const { parts, sameChart, differences } = replay(recording)
  const moments = recording.parts.flatMap(({ at, steps }, index) => {
    const snapshots = parts[index]?.snapshots ?? []
    const times = [at, ...steps.map((step) => step.at)]
    return times.map((time, step): PastMoment => ({ at: time, snapshot: snapshots[step] ?? null }))
  })
  return { moments, sameChart, differences }
}
