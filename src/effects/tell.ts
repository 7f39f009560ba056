import type { SessionEvent } from 'sessionchart/machines/session'

/** Tells the chart that something has happened, now, and what else is to be said of it. */
export type Tell = <Type extends Outside['type']>(type: Type, ...facts: Facts<Type>) => void

/** What is told of the platform and of other tabs. */
export type Outside = Extract<
  SessionEvent,
  { type: `${'network' | 'tab' | 'tabs' | 'page' | 'otherTab' | 'turn'}.${string}` }
>
type Facts<Type> = keyof FactsOf<Type> extends never ? [] : [FactsOf<Type>]
type FactsOf<Type> = Omit<Extract<Outside, { type: Type }>, 'type' | 'at'>
