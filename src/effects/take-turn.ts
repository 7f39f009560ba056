import type { TurnInput } from 'sessionchart/machines/session'
import type { BaseEnvironment } from '../environment'
import { listening, type Tell } from './scope'

/** What knows the other tabs. It may take a moment to be loaded. */
export interface TurnTaker {
  /** Waits for the turn, and keeps it until the signal aborts. */
  takeTurn(wanted: TurnInput, tell: Tell, signal: AbortSignal, life: AbortSignal): void
}
export interface LateTurnTaker {
  tabs(): TurnTaker | undefined
  loadTabs(): Promise<TurnTaker>
}

const LOADING_MS = 15_000

/** The turn of this tab. Where tabs cannot take turns, or what does it cannot be loaded, it has always come. */
export const createTakeTurn = (scope: AbortSignal, environment: BaseEnvironment, late: LateTurnTaker) =>
  listening<TurnInput>(scope, environment.now, (tell, signal, wanted) => {
    const come = () => tell('turn.came', { epoch: 0, readAt: null })
    const take = (tabs: TurnTaker) => tabs.takeTurn(wanted, tell, signal, scope)
    // Nobody waits for ever for what is loaded beside the rest.
    const inTime = <T>(loading: Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        const disarm = environment.after(LOADING_MS, reject)
        signal.addEventListener('abort', disarm)
        loading.then(resolve, reject).finally(disarm)
      })
    const tabs = late.tabs()
    if (tabs) take(tabs)
    else if (environment.hasLocks()) inTime(late.loadTabs()).then(take).catch(come)
    else come()
  })
