import type { SessionActor } from 'sessionchart'

/** Where the chart stands: its states, and what it knows. */
export type Snapshot = ReturnType<SessionActor['getSnapshot']>
