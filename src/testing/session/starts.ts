import { createSessionClient, type Session } from 'sessionchart'
import { type Situation, situationOf } from '../paths/situation'
import type { Plan } from './plan'

/** Where sessions begin, and with what. */
export function startsOf({ client, seeds, startsAt }: Plan): Map<Situation, Session | null | undefined> {
  const environment = { now: () => startsAt }
  return new Map(
    seeds.map((seed) => {
      const { actor } = createSessionClient({ ...client, inspect: undefined, session: seed, environment })
      return [situationOf(actor.getSnapshot(), startsAt), seed]
    }),
  )
}
