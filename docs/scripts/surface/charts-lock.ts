import { createRecorder } from 'sessionchart/inspect'
import { sessionMachine, signInMachine, signOutMachine } from 'sessionchart/machines'
import type { AnyStateMachine } from 'xstate'
import { nodesOf } from '../../../src/testing/coverage/machine-transitions'
import { causes, emitted, errorCodes, tags, triggers } from './words'

/** Every name that a chart shows to the outside, sorted, so that a change of one is a change of one line. */
export function writeChartsLock(): string {
  const { format, version } = createRecorder().recording()
  const lock = {
    readMe: 'Made by `npm run check:surface -- --update`. What a change means: docs/versioning.md.',
    session: { ...namesOf(sessionMachine), emitted },
    signIn: namesOf(signInMachine),
    signOut: namesOf(signOutMachine),
    tags,
    causes,
    triggers,
    errorCodes,
    recording: { format, version },
  }
  return `${JSON.stringify(lock, null, 2)}\n`
}

function namesOf(machine: AnyStateMachine) {
  const nodes = nodesOf(machine)
  const { actions, actors, delays, guards } = machine.implementations
  const events = nodes.flatMap(({ ownEvents }) => ownEvents).filter((type) => !type.startsWith('xstate.'))
  return {
    /** With the tags that a state has itself: it has those of its parents, too. */
    states: Object.fromEntries(
      nodes.map(({ id, tags }) => [id, [...tags].sort().join(' ')] as const).sort(([a], [b]) => order(a, b)),
    ),
    events: [...new Set(events)].sort(),
    guards: Object.keys(guards).sort(),
    actions: Object.keys(actions).sort(),
    actors: Object.keys(actors).sort(),
    delays: Object.keys(delays).sort(),
  }
}

/** By code unit, as `sort()` does: a locale would sort otherwise on another machine. */
const order = (a: string, b: string) => (a < b ? -1 : 1)
