import type { SessionCause } from 'sessionchart'
import type { SessionContext } from 'sessionchart/machines/session'
import type { StateValue } from 'xstate'

/** What a recorder has kept: plain JSON, without anything personal. This is format 1. */
export interface Recording {
  format: 'sessionchart-recording'
  version: 1
  /** The chart that ran: another one may take other ways. */
  chart: string
  /** When it was taken, in epoch milliseconds. */
  takenAt: number
  /** Parts that replay on their own: one for each start of a chart. The first may begin later, when the oldest steps are gone. */
  parts: RecordedPart[]
}

/** Where the chart stood, and what came then. */
export interface RecordedPart {
  /** In epoch milliseconds. */
  at: number
  value: StateValue
  /** As plain JSON, names replaced. */
  context: SessionContext
  steps: RecordedStep[]
  /** How the chart has ended, if it has. */
  end?: RecordedEnd
}

export type RecordedEnd =
  | { type: 'stopped'; at: number }
  /** The chart itself has failed, which it must not: at an event that came after the last step. */
  | { type: 'crashed'; at: number; event: RecordedEvent | null }

export interface RecordedStep {
  /** When the event was taken, in epoch milliseconds. */
  at: number
  /** As plain JSON, names replaced. Those of XState itself (`xstate.done.actor.…`) are among them. */
  event: RecordedEvent
  /** Where the chart stood after it. */
  value: StateValue
  /** Why the status is what it is, if that has changed. */
  cause?: SessionCause
  /** The same as a sentence, its times in UTC. */
  why?: string
}

/** An event of the chart, or one of XState's own. */
export type RecordedEvent = { type: string; [field: string]: unknown }
