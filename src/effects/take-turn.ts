import type { TurnInput } from 'sessionchart/machines/session'
import { listening } from './scope'

/** The turn of this tab. */
export const takeTurn = listening<TurnInput>((tell, signal, { tabs, life }, wanted) =>
  tabs.takeTurn(wanted, tell, signal, life),
)
