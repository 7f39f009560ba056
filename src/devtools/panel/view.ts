import type { Recording } from 'sessionchart/inspect'

/** What the panel shows: the session as it is, or a step of a recording. Neither changes the session. */
export type View = { type: 'now' } | PastView

interface PastView {
  type: 'past'
  recording: Recording
  /** The file that it came from; `null` for what this page has recorded. */
  file: string | null
  /** From 0, which is where the recording begins. */
  step: number
}

export type ViewChange =
  | { type: 'looked back'; recording: Recording; step: number }
  | { type: 'opened'; recording: Recording; file: string }
  | { type: 'moved'; step: number }
  | { type: 'returned' }

export const NOW: View = { type: 'now' }

export function changeView(view: View, change: ViewChange): View {
  switch (change.type) {
    case 'looked back':
      return { type: 'past', recording: change.recording, file: null, step: change.step }
    case 'opened':
      return { type: 'past', recording: change.recording, file: change.file, step: 0 }
    case 'moved':
      return view.type === 'past' ? { ...view, step: change.step } : view
    case 'returned':
      return NOW
  }
}
