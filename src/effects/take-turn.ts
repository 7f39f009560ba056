import type { TurnInput } from 'sessionchart/machines/session'
import type { BaseEnvironment } from '../environment'
import { listening, type Tell } from './scope'

export interface TurnTaker {
  /** Waits for the turn, and keeps it until the signal aborts. */
  takeTurn(wanted: TurnInput, tell: Tell, signal: AbortSignal, life: AbortSignal): void
}

/** The turn of this tab. */
export const createTakeTurn = (scope: AbortSignal, environment: BaseEnvironment, tabs: TurnTaker) =>
  listening<TurnInput>(scope, environment.now, (tell, signal, wanted) =>
    tabs.takeTurn(wanted, tell, signal, scope),
  )
