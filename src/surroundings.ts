/**
 * What the effects of running charts work with, by the system of the actors that run. So one machine serves all
 * clients: to make one for each (`machine.provide`) would take more time than all the rest of a start.
 */
export interface SurroundingsOf<T> {
  /** Before the chart is started. */
  set(system: object, surroundings: T): void
  /** @throws Error when no client has started the chart. */
  get(system: object): T
}

export function createSurroundings<T>(): SurroundingsOf<T> {
  const known = new WeakMap<object, T>()
  return {
    set: (system, surroundings) => void known.set(system, surroundings),
    get(system) {
      const found = known.get(system)
      if (!found) throw new Error('sessionchart: no client has started this chart.')
      return found
    },
  }
}
