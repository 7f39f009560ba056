import {
  type AnyActorRef,
  type AnyEventObject,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type InputFrom,
  initialTransition,
  type SnapshotFrom,
  transition,
} from 'xstate'
import { withoutFirstState } from '../../src/inspect/take-event'

/** Something that happens to a chart: an event, or an event that depends on what the chart is waiting for. */
export type Happening = AnyEventObject | ((snapshot: AnyMachineSnapshot) => AnyEventObject)

/** One transition of a chart, computed and not executed. */
export interface Step<Snapshot> {
  snapshot: Snapshot
  /** What the chart says to the outside. */
  emitted: AnyEventObject[]
  /** What its regions tell each other. */
  raised: AnyEventObject[]
  /** The effects that it starts, with their input. */
  started: Array<[effect: string, input: unknown]>
  stopped: string[]
  /** The time limits that it starts. */
  limits: Array<[name: string, ms: number]>
  /** The same of the region `lifetime`, whose alarms go with every answer: the other regions are told apart by it. */
  lifetime: { started: Array<[effect: string, input: unknown]>; stopped: string[] }
  /** The actions that the chart leaves to its client. */
  told: string[]
  /** Those of them that go with every answer, whoever asked. */
  shared: string[]
}

export function begin<Machine extends AnyStateMachine>(
  machine: Machine,
  input: InputFrom<Machine>,
): Step<SnapshotFrom<Machine>> {
  const [snapshot, actions] = initialTransition<AnyStateMachine>(machine, input)
  return grant(snapshot, actions, input) as Step<SnapshotFrom<Machine>>
}

export function take<Snapshot extends AnyMachineSnapshot>(
  snapshot: Snapshot,
  happening: Happening,
): Step<Snapshot> {
  const event = typeof happening === 'function' ? happening(snapshot) : happening
  const [next, actions] = transition(quick(snapshot.machine), snapshot, event)
  return grant(next, actions, event) as Step<Snapshot>
}

/** The same where the turn among the tabs does not come by itself. */
export function takeWithTabs<Snapshot extends AnyMachineSnapshot>(
  snapshot: Snapshot,
  happening: Happening,
): Step<Snapshot> {
  const event = typeof happening === 'function' ? happening(snapshot) : happening
  const [next, actions] = transition(quick(snapshot.machine), snapshot, event)
  return stepOf(next as Snapshot, actions, event)
}

/** Gives the turn to a chart that waits for it, as happens at once where there are no other tabs. */
function grant(snapshot: AnyMachineSnapshot, actions: Actions, cause: object): Step<AnyMachineSnapshot> {
  if (!waitsForTurn(snapshot)) return withoutTurns(stepOf(snapshot, actions, cause as AnyEventObject))
  const { at, output } = cause as { at?: number; output?: { at?: number } }
  const came = {
    type: 'turn.came',
    at: at ?? output?.at ?? Object(snapshot.context).cause?.at ?? 0,
    epoch: 0,
    openSince: null,
    readAt: null,
  }
  const [granted, more] = transition(quick(snapshot.machine), snapshot, came)
  return withoutTurns(stepOf(granted, [...actions, ...more], cause as AnyEventObject))
}

const quickMachines = new WeakMap<AnyStateMachine, AnyStateMachine>()

function quick(machine: AnyStateMachine): AnyStateMachine {
  const made = quickMachines.get(machine) ?? withoutFirstState(machine)
  quickMachines.set(machine, made)
  return made
}

const SHARED = ['shareAnswer', 'shareFailure', 'noteAdopted']

type Actions = ReturnType<typeof transition>[1]

export const waitsForTurn = ({ value }: AnyMachineSnapshot): boolean =>
  Object.values(Object(Object(value).request)).includes('queued')

const withoutTurns = <Snapshot>(step: Step<Snapshot>): Step<Snapshot> => ({
  ...step,
  started: step.started.filter(([effect]) => effect !== 'takeTurn'),
  stopped: step.stopped.filter((effect) => effect !== 'takeTurn'),
})

/** Where a chart stands after all of this. */
export function proceed<Snapshot extends AnyMachineSnapshot>(
  snapshot: Snapshot,
  ...happenings: Happening[]
): Snapshot {
  return happenings.reduce((current: Snapshot, happening) => take(current, happening).snapshot, snapshot)
}

/** The effects that are running. */
export const running = (snapshot: AnyMachineSnapshot): string[] =>
  Object.values<AnyActorRef>(snapshot.children).map(nameOf)

const nameOf = (actor: { src: unknown }) => String(actor.src)

function stepOf<Snapshot>(
  snapshot: Snapshot,
  actions: Array<{ type: string; params: unknown }>,
  cause?: AnyEventObject,
): Step<Snapshot> {
  const step: Step<Snapshot> = {
    snapshot,
    emitted: [],
    raised: [],
    started: [],
    stopped: [],
    limits: [],
    lifetime: { started: [], stopped: [] },
    told: [],
    shared: [],
  }
  const started = new Map<AnyActorRef, [effect: string, input: unknown]>()
  const sideOf = ({ id }: AnyActorRef) => (id.includes('.lifetime.') ? step.lifetime : step)
  for (const { type, params } of actions) {
    const { event, delay, id, src, input, actorRef } = Object(params)
    if (type === 'xstate.emit' && !saysNothing(event)) step.emitted.push(event)
    if (type === 'xstate.raise' && delay === undefined) step.raised.push(event)
    if (type === 'xstate.raise' && delay !== undefined) step.limits.push([event.type.split('.')[2], delay])
    if (type === 'xstate.spawnChild') started.set(actorRef, [src, input])
    // What is left at once was never started, and what has ended need not be stopped.
    if (
      type === 'xstate.stopChild' &&
      params &&
      !started.delete(params as AnyActorRef) &&
      !hasEnded(id, cause)
    ) {
      sideOf(params as AnyActorRef).stopped.push(nameOf(Object(params)))
    }
    if (!type.startsWith('xstate.')) (SHARED.includes(type) ? step.shared : step.told).push(type)
  }
  for (const [actor, effect] of started) sideOf(actor).started.push(effect)
  return step
}

const hasEnded = (id: string, cause: AnyEventObject | undefined) =>
  cause?.type === `xstate.done.actor.${id}` || cause?.type === `xstate.error.actor.${id}`

/** A settlement of nobody, which the client passes over. */
const saysNothing = (event: AnyEventObject) => event.type === 'settled' && event.ids.length === 0
