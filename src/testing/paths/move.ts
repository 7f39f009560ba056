import type { Session } from 'sessionchart'
import type { SessionEvent } from 'sessionchart/machines/session'
import type { Stage } from '../stage/stage'
import { happen, type Situation } from './situation'

/** Something that may happen: what the chart makes of it, and how to make it happen to a real client. */
export interface Move {
  /** For people: the tab is hidden. */
  description: string
  /** What becomes of a situation, or `null` where it cannot happen. */
  from(situation: Situation, who: Session): Situation | null
  take(stage: Stage, until: Situation): Promise<void>
}

export type Matcher = Parameters<Situation['snapshot']['matches']>[0]

/** A move that is one event, where the session is in a state. */
export function move(
  description: string,
  where: Matcher,
  events: (at: number, situation: Situation, who: Session) => SessionEvent[],
  take: Move['take'],
): Move {
  return {
    description,
    take,
    from: (situation, who) =>
      situation.snapshot.matches(where) ? happen(situation, events(situation.at, situation, who)) : null,
  }
}
