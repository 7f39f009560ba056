import type { MeasuredSection, Measurements } from '../figures'

/** What was measured now, and of what was there before the sections that were not. `order` has the ids of all. */
export function merge(before: Measurements, measured: MeasuredSection[], order: string[]): Measurements {
  const all = new Map([...before.sections, ...measured].map((section) => [section.id, section]))
  return { sections: order.flatMap((id) => all.get(id) ?? []) }
}
