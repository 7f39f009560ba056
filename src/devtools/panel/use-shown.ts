import * as React from 'react'
import type { SessionState } from 'sessionchart'
import type { RecordedClient } from 'sessionchart/devtools'
import type { Recording, SessionSnapshot } from 'sessionchart/inspect'
import { type LogRow, lastPosition, logRows } from '../log/log-rows'
import { type Past, readPast } from '../states/past'
import { sessionStateOf } from '../states/session-state-of'
import { type Live, useLive } from './use-live'
import { changeView, NOW, type ViewChange } from './view'

/** What the panel shows: the session as it is, or as it was at a step of a recording. */
export interface Shown {
  live: Live
  isNow: boolean
  /** In epoch milliseconds; `null` for now. */
  at: number | null
  /** `null` for a step that the chart of today cannot be at. */
  session: { snapshot: SessionSnapshot; state: SessionState } | null
  recording: Recording
  rows: LogRow[]
  step: number
  lastStep: number
  /** The last event until then that has moved the chart. */
  lastMove: LogRow | null
  past: Past | null
  /** The file that the recording is from, if it is from one. */
  file: string | null
  lookAt(step: number): void
  open(recording: Recording, file: string): void
  returnToNow(): void
}

export function useShown(recorded: RecordedClient): Shown {
  const live = useLive(recorded)
  const [view, change] = React.useReducer(changeView, NOW)
  const recording = view.type === 'past' ? view.recording : live.recording
  const rows = React.useMemo(() => logRows(recording), [recording])
  const past = React.useMemo(
    () => (view.type === 'past' ? readPast(recording) : null),
    [view.type, recording],
  )
  const lookAt = useLookAt(view.type === 'now', live.recording, change)

  const lastStep = lastPosition(recording)
  const step = view.type === 'past' ? Math.min(view.step, lastStep) : lastStep
  const moment = past?.moments[step]
  return {
    live,
    isNow: view.type === 'now',
    at: moment?.at ?? null,
    session: past ? sessionAt(moment?.snapshot ?? null) : live,
    recording,
    rows,
    step,
    lastStep,
    lastMove: rows.filter(({ position, moves }) => position <= step && moves.length > 0).at(-1) ?? null,
    past,
    file: view.type === 'past' ? view.file : null,
    lookAt,
    open: (opened, file) => change({ type: 'opened', recording: opened, file }),
    returnToNow: () => change({ type: 'returned' }),
  }
}

/** Keeps its identity, so that the rows of a long list do not render for nothing. */
function useLookAt(isNow: boolean, recording: Recording, change: (change: ViewChange) => void) {
  const latest = React.useRef({ isNow, recording })
  React.useLayoutEffect(() => {
    latest.current = { isNow, recording }
  })
  return React.useCallback(
    (step: number) => {
      const { isNow, recording } = latest.current
      change(isNow ? { type: 'looked back', recording, step } : { type: 'moved', step })
    },
    [change],
  )
}

function sessionAt(snapshot: SessionSnapshot | null): Shown['session'] {
  try {
    return snapshot && { snapshot, state: sessionStateOf(snapshot) }
  } catch {
    // A file may say anything.
    return null
  }
}
