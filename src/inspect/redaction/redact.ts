import { SessionOptionError } from 'sessionchart'
import type { InspectionEvent, Observer } from 'xstate'
import { createMirror } from './mirror-event'
import { createRedactor, type RedactOptions } from './redactor'

/** Whatever XState may tell of its actors. */
export type Inspect = Observer<InspectionEvent> | ((event: InspectionEvent) => void)

/**
 * Lets an XState inspection observer see everything that happens, and nothing personal: sessions, users, messages and
 * URLs are replaced as `createRedactor` does, in contexts, events, inputs, outputs and errors, of the session and of
 * every actor inside it. The observer gets stand-ins for the actors, which cannot be sent events.
 *
 * @throws SessionOptionError for an observer that is none, or options that make no sense.
 *
 * @example
 * ```ts
 * import { createWebSocketInspector } from '@statelyai/inspect'
 *
 * const { inspect } = createWebSocketInspector({ url: 'ws://localhost:8080' })
 * const client = createSessionClient({ inspect: redact(inspect, { keep: ['user.role'] }) })
 * ```
 */
export function redact(observer: Inspect, options?: RedactOptions): Observer<InspectionEvent> {
  const observe = observing(observer)
  const mirror = createMirror(createRedactor(options))
  return {
    next(event) {
      const mirrored = mirror(event)
      if (mirrored) observe(mirrored)
    },
  }
}

/** @throws SessionOptionError for an observer that is none. */
export function observing(observer: Inspect): (event: InspectionEvent) => void {
  const observe = typeof observer === 'function' ? observer : observer?.next?.bind(observer)
  if (!observe) throw new SessionOptionError('observer', observer, 'a function or an object with `next`')
  return observe
}
