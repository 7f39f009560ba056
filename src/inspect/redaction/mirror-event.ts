import type { AnyTransitionDefinition, InspectionEvent } from 'xstate'
import { createMirrorActor, sessionIdOf } from './mirror-actor'
import { mirrorSnapshot } from './mirror-snapshot'
import type { Redactor } from './redactor'

/**
 * Gives the function that makes an inspection event anew of what `show` lets through. Of a kind of event that is not
 * known it makes none.
 */
export function createMirror(
  show: Pick<Redactor, 'redact' | 'event'>,
): (event: InspectionEvent) => InspectionEvent | undefined {
  const mirror = createMirrorActor(show)
  const transition = ({ eventType, source, target, guard, actions, reenter }: AnyTransitionDefinition) => ({
    eventType: show.redact(eventType),
    source: { id: show.redact(source.id) },
    target: target?.map(({ id }) => ({ id: show.redact(id) })),
    guard: nameOf(guard),
    actions: actions.map(nameOf),
    reenter,
  })
  /** Guards and actions are names, or objects with one. */
  const nameOf = (named: unknown) => show.redact(Object(named).type ?? named)

  return (event) => {
    const { type, rootId, actorRef } = event
    const base = { type, rootId: sessionIdOf(rootId), actorRef: mirror(actorRef) }
    const made = (parts: object = {}) => ({ ...base, ...parts }) as unknown as InspectionEvent
    switch (event.type) {
      case '@xstate.actor':
        return made()
      case '@xstate.event':
        return made({
          sourceRef: event.sourceRef && mirror(event.sourceRef),
          event: show.event(event.event),
        })
      case '@xstate.action':
        return made({
          action: { type: show.redact(event.action.type), params: show.redact(event.action.params) },
        })
      case '@xstate.snapshot':
      case '@xstate.transition':
      case '@xstate.microstep':
        return made({
          event: show.event(event.event),
          snapshot: mirrorSnapshot(event.snapshot, show, mirror),
          ...(event.type === '@xstate.microstep' && { _transitions: event._transitions.map(transition) }),
        })
      default:
        return undefined
    }
  }
}
