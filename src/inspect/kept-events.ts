import type { InspectionEvent } from 'xstate'

/** The last inspection events, for an inspector that comes later. */
export interface KeptEvents {
  keep(event: InspectionEvent): void
  /** They, after the beginnings of older actors that are still there: without those they mean nothing. */
  all(): InspectionEvent[]
  /** The beginnings of all actors that are still there. */
  beginnings(): InspectionEvent[]
}

export function createKeptEvents(limit: number): KeptEvents {
  const latest: InspectionEvent[] = []
  let older: InspectionEvent[] = []
  // An actor that is just made has no snapshot.
  const isBeginning = ({ type, actorRef }: InspectionEvent) =>
    type === '@xstate.actor' && (actorRef.getSnapshot()?.status ?? 'active') === 'active'
  const all = () => [...older.filter(isBeginning), ...latest]
  return {
    keep(event) {
      latest.push(event)
      if (latest.length <= limit) return
      const oldest = latest.shift() as InspectionEvent
      if (isBeginning(oldest)) older = [...older.filter(isBeginning), oldest]
    },
    all,
    beginnings: () => all().filter(isBeginning),
  }
}
