import type { InspectionEvent } from 'xstate'
import { safely } from '../redaction/careful-reading'

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
  // An actor that is just being made has no snapshot, and says so by throwing.
  const isBeginning = ({ type, actorRef }: InspectionEvent) =>
    type === '@xstate.actor' &&
    (safely(() => actorRef.getSnapshot(), undefined)?.status ?? 'active') === 'active'
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
