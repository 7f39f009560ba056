import type { SessionEvent } from 'sessionchart/machines/session'
import { type CallbackActorLogic, createActor, type NonReducibleUnknown, setup } from 'xstate'
import type { Surroundings } from '../../src/effects/surroundings'
import { surround } from './surroundings'

/** Runs an effect as the chart does, until it is stopped. `told` is what it has told the chart. */
export function runEffect<Input extends NonReducibleUnknown>(
  effect: CallbackActorLogic<SessionEvent, Input>,
  input: Input,
  given: Partial<Surroundings>,
): { told: SessionEvent[]; stop(): void } {
  const told: SessionEvent[] = []
  const machine = setup({
    types: { events: {} as SessionEvent },
    actors: { effect: effect as CallbackActorLogic<SessionEvent, NonReducibleUnknown> },
  }).createMachine({
    invoke: { src: 'effect', input },
    on: { '*': { actions: ({ event }) => told.push(event) } },
  })
  const actor = createActor(machine)
  surround(actor, given)
  actor.start()
  return { told, stop: () => actor.stop() }
}
