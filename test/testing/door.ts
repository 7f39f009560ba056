import type { MachineTransition, TransitionCoverage } from 'sessionchart/testing'
import { type AnyStateMachine, and, assign, fromPromise, not, setup } from 'xstate'

/** A machine with a transition of every kind. */
export const makeDoor = () =>
  setup({
    types: { context: {} as { locked: boolean }, input: {} as { locked?: boolean } },
    actors: { knock: fromPromise(async () => {}) },
    guards: {
      isLocked: ({ context }: { context: { locked: boolean } }) => context.locked,
      isOpenable: not('isLocked'),
      isAlways: () => true,
    },
    actions: { lock: assign({ locked: true }) },
    delays: { draught: 100 },
  }).createMachine({
    id: 'door',
    context: ({ input }) => ({ locked: input.locked ?? false }),
    initial: 'choosing',
    on: { slam: '.closed' },
    states: {
      choosing: { always: [{ guard: 'isLocked', target: 'closed' }, { target: 'open' }] },
      open: { after: { draught: 'closed' }, on: { close: 'closed' } },
      closed: {
        on: {
          open: [{ guard: 'isOpenable', target: 'open' }, { target: 'knocking' }],
          lock: { guard: and(['isAlways', 'isOpenable']), actions: 'lock' },
          look: { guard: ({ event }) => 'closely' in event },
        },
      },
      knocking: { invoke: { id: 'knock', src: 'knock', onDone: 'open', onError: 'closed' } },
    },
  })

export const name = ({ source, event, guard, target }: MachineTransition) =>
  `${source} ${event}${guard ? ` [${guard}]` : ''} > ${target}`
/** Which of the transitions of the door were taken. */
export const taken = (coverage: TransitionCoverage) => {
  const left = coverage.untaken().map(name)
  return ALL.filter((each) => !left.includes(each))
}

export const ALL = [
  ' slam > closed',
  'choosing  [isLocked] > closed',
  'choosing  > open',
  'open close > closed',
  'open xstate.after.draught.door.open > closed',
  'closed open [isOpenable] > open',
  'closed open > knocking',
  'closed lock [and(isAlways, isOpenable)] > ',
  'closed look [inline] > ',
  'knocking xstate.done.actor.knock > open',
  'knocking xstate.error.actor.knock > closed',
]
export const at = (machine: AnyStateMachine, value: string, locked = false) =>
  machine.resolveState({ value, context: { locked } })
