import { createActor as create } from 'xstate'

export * from 'xstate'

let created = 0

/** How many actors there were that somebody has asked for. */
export const createdActors = () => created

export const createActor: typeof create = (...given) => {
  created += 1
  return create(...given)
}
