import type { sessionMachine } from 'sessionchart/machines/session'
import type { SnapshotFrom } from 'xstate'

/** Where the session chart stands: its states, and what it knows. */
export type SessionSnapshot = SnapshotFrom<typeof sessionMachine>
