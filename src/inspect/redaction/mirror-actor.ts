import type { ActorRefLike } from 'xstate'
import { safely } from './careful-reading'
import { drawingOf } from './drawing'
import { mirrorSnapshot } from './mirror-snapshot'
import type { Redactor } from './redactor'
import { REDACTED } from './vocabulary'

type Show = Pick<Redactor, 'redact' | 'event'>
/** What inspectors read of an actor. */
interface InspectedActor extends ActorRefLike {
  id?: string
  src?: unknown
  logic?: unknown
  _parent?: InspectedActor
}

/** Gives stand-ins for actors: the same one for the same. */
export type MirrorActor = (actor: ActorRefLike) => ActorRefLike

/** Who has a stand-in reaches nothing of the actor but what `show` lets through. */
export function createMirrorActor(show: Show): MirrorActor {
  const mirrors = new WeakMap<ActorRefLike, ActorRefLike>()

  function mirror(actor: InspectedActor): ActorRefLike {
    const known = mirrors.get(actor)
    if (known) return known
    const { sessionId, id, src, logic, _parent } = actor
    const drawing = drawingOf(logic)
    const ownLogic = drawing && { config: drawing }
    const standIn = {
      sessionId: sessionIdOf(sessionId),
      id: id === sessionId ? sessionIdOf(sessionId) : show.redact(id),
      src: typeof src === 'string' ? show.redact(src) : ownLogic,
      logic: ownLogic,
      _parent: _parent && mirror(_parent),
      // While the actor is made it has none, and says so by throwing.
      getSnapshot: () => safely(() => mirrorSnapshot(actor.getSnapshot(), show, mirror), undefined),
      send() {},
      toJSON: () => ({ xstate$$type: 1, id: standIn.id }),
    }
    mirrors.set(actor, standIn)
    return standIn
  }
  return mirror
}

/** XState's own name for an actor. */
export const sessionIdOf = (id: unknown): string => (/^x:\d+$/.test(String(id)) ? String(id) : REDACTED)
