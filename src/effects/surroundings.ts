import type { TurnInput } from 'sessionchart/machines/session'
import type { Environment } from '../environment'
import type { SessionSource } from '../session-source'
import { createSurroundings } from '../surroundings'
import type { Tell } from './tell'

/** What the effects of one running chart work with. */
export interface Surroundings {
  /** Aborts when the chart is stopped, and when it has failed: an actor that fails disposes nothing. */
  life: AbortSignal
  environment: Environment
  source: SessionSource
  tabs: OtherTabs
  /** The name of the user in a session. */
  userOf(session: object): string | null
  /** Sends the browser where the flow with this id leads. */
  leave(id: string): void
}

/** The other tabs, as far as effects have to do with them. */
interface OtherTabs {
  /** Hears them until the signal aborts. */
  listen(tell: Tell, signal: AbortSignal): void
  /** Waits for the turn, and keeps it until the signal aborts. */
  takeTurn(wanted: TurnInput, tell: Tell, signal: AbortSignal, life: AbortSignal): void
  /** What is written down of the last write of any of them. */
  ledger(): { epoch: number }
}

export const surroundings = createSurroundings<Surroundings>()
