import { browserEnvironment, type Environment, type SessionActor } from 'sessionchart'
import { sessionMachine } from 'sessionchart/machines/session'
import type { AnyEventObject, InspectionEvent, Observer } from 'xstate'
import { callAll } from '../call-all'
import { checkLimit, checkOptions } from '../check-options'
import type { Recording } from '../recording'
import { createRedactor, type RedactOptions } from '../redaction/redactor'
import type { SessionSnapshot } from '../session-snapshot'
import { chartName } from './chart-name'
import { type Followed, followClient } from './follow-client'
import { type Life, recordLife } from './record-life'
import { createSharedCalls } from './shared-calls'
import { createTape } from './tape'

/** The options of `createRecorder`. */
export interface RecorderOptions {
  /** How many steps are kept at least, from 1 to 10,000; a start counts as one. Default 500. */
  limit?: number | undefined
  /** What may stay as it is. */
  redact?: RedactOptions | undefined
  /** Says what time it is where an event does not. Default: the clock of the browser. */
  environment?: Pick<Environment, 'now'> | undefined
}

/** Keeps the last steps of a session, without anything personal. */
export interface Recorder {
  /** For the option `inspect` of a client or provider: then the start is recorded, too. */
  inspect: Observer<InspectionEvent>
  /**
   * Records a client that may be running already, from where it stands, and over its stops and starts. Returns the
   * function that ends that. Of a client that has `inspect`, nothing is recorded twice.
   */
  attach(client: Followed): () => void
  /**
   * What was kept, as plain JSON: a copy. With the step that is under way, if an app is told of it and asks. Its steps
   * are frozen, because the next recording has the same.
   */
  recording(): Recording
  /** Forgets everything. A session that runs is recorded anew from where it stands. */
  clear(): void
  /** Calls back after each step, start and end. Returns the function that stops it. */
  subscribe(listener: () => void): () => void
}

const isEnd = ({ type }: AnyEventObject) => type === 'xstate.stop'

/**
 * Makes a flight recorder: it keeps the last events of a session, each with the state after it. Names, sessions and
 * whatever else is personal are replaced as the events come. What goes wrong in it is reported by the client and does
 * not hurt the session.
 *
 * @throws SessionOptionError for a limit that makes no sense.
 *
 * @example
 * ```tsx
 * const recorder = createRecorder()
 * <SessionProvider inspect={recorder.inspect}>…</SessionProvider>
 * // Later, for an error report:
 * const text = JSON.stringify(recorder.recording())
 * ```
 */
export function createRecorder(options: RecorderOptions = {}): Recorder {
  const { limit, redact, environment } = checkOptions(options)
  const redactor = createRedactor(redact)
  const tape = createTape(checkLimit(limit, 'steps'))
  const now = () => (environment ?? browserEnvironment).now()
  const lives = new Map<SessionActor, Life>()
  // Those that tell us by themselves.
  const inspected = new WeakSet<object>()
  const listeners = new Set<() => void>()
  const attached = createSharedCalls<Followed>()

  function begin(actor: SessionActor, snapshot: SessionSnapshot) {
    lives.get(actor)?.leave()
    const onEnd = () => {
      lives.delete(actor)
      callAll(listeners)
    }
    lives.set(actor, recordLife({ actor, snapshot, redactor, tape, now, onEnd }))
  }

  function leave(actor: SessionActor) {
    lives.get(actor)?.leave()
    lives.delete(actor)
  }

  function hear(actor: SessionActor, event: InspectionEvent) {
    if (event.type === '@xstate.actor') inspected.add(actor)
    if (event.type === '@xstate.event') lives.get(actor)?.expect(event.event)
    if (event.type !== '@xstate.snapshot') return
    const snapshot = event.snapshot as SessionSnapshot
    if (snapshot.machine?.id !== sessionMachine.id) return
    const life = lives.get(actor)
    if (life) life.take(event.event as AnyEventObject, snapshot)
    else if (snapshot.status === 'active') begin(actor, snapshot)
  }

  const inspect = {
    next(event: InspectionEvent) {
      const actor = event.actorRef as SessionActor
      if (actor.sessionId !== event.rootId) return
      try {
        hear(actor, event)
      } catch (error) {
        // What comes next begins a part of its own, rather than one with a gap.
        leave(actor)
        throw error
      }
      if (event.type !== '@xstate.snapshot' || isEnd(event.event)) return
      const [fault] = callAll(listeners)
      if (fault !== undefined) throw fault
    },
  }

  const follow = (client: Followed) =>
    followClient(client, inspect, {
      knows: (actor) => inspected.has(actor) || lives.has(actor),
      begin: (actor) => {
        begin(actor, actor.getSnapshot())
        callAll(listeners)
      },
      leave,
    })

  return {
    inspect,
    attach: (client) => attached.join(client, follow),
    recording() {
      for (const life of lives.values()) life.catchUp()
      return {
        format: 'sessionchart-recording',
        version: 1,
        chart: chartName(),
        takenAt: now(),
        parts: tape.parts(),
      }
    },
    clear() {
      tape.clear()
      for (const actor of [...lives.keys()]) begin(actor, actor.getSnapshot())
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
