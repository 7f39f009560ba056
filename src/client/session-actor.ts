import type { sessionMachine } from 'sessionchart/machines/session'
import type { ActorRefFrom } from 'xstate'

/** The running session chart, for selectors of your own and for inspectors. Use its tags, not its state paths. */
export interface SessionActor extends ActorRefFrom<typeof sessionMachine> {}
