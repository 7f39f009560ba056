import { type SessionContext, type SessionEvent, sessionMachine } from 'sessionchart/machines/session'
import { sessionEvents } from '../events/session-events'
import type { SessionSnapshot } from './chart'

/** Something that time brings. */
export interface Timer {
  /** For people. */
  name: string
  /** In epoch milliseconds. */
  dueAt: number
  /** What it leads to when it is that time. */
  events(at: number): SessionEvent[]
}

interface Invoked {
  id: string
  src: string
  input(args: { context: SessionContext }): { dueAt: number; withinMs?: number }
}

const ALARMS: Record<string, string> = {
  'session.polling.waiting': 'it is time for a poll',
  'session.request.waiting.counting': 'it is time for another try',
  'session.request.resting': 'the last read is old enough',
  'session.lifetime.running': 'the session is about to end',
  'session.lifetime.expiring': 'the session has come to its end',
}
const LIMITS: Record<string, string> = {
  'session.lifetime.confirming': 'nobody has said that the session goes on',
  'session.request.waiting.paused': 'a minute has passed offline',
  'session.request.reading.inquiring': 'no other tab has said anything',
  'session.request.yielding': 'the other tab has taken too long',
  'session.request.suspended': 'the page was away for a while',
  'session.operation.leaving': 'the page was not left after all',
}
const { read, update, signIn, signOut } = sessionEvents
const REQUESTS: Record<string, (at: number) => SessionEvent> = {
  'session.request.reading.asking': (at) => read.failed('timeout', { at, jitter: 1 }),
  'session.request.updating.asking': (at) => update.failed('timeout', { at, jitter: 1 }),
  'session.operation.signingIn.asking': () => signIn.failed('timeout'),
  'session.operation.signingOut.asking': () => signOut.failed('timeout'),
}

/** What time brings to a session, given when its states were entered. */
export function timersOf(snapshot: SessionSnapshot, since: Readonly<Record<string, number>>): Timer[] {
  const context = snapshot.context as SessionContext
  return snapshot._nodes.flatMap((node): Timer[] => {
    const enteredAt = since[node.id] ?? 0
    const alarm = (node.invoke as unknown as Invoked[]).find(({ src }) => src === 'alarm')
    if (alarm) {
      const { dueAt, withinMs = Number.POSITIVE_INFINITY } = alarm.input({ context })
      return [
        {
          name: ALARMS[node.id] ?? node.id,
          dueAt: Math.max(enteredAt, Math.min(dueAt, enteredAt + withinMs)),
          events: (at) => [ringing(alarm.id, at)],
        },
      ]
    }
    const limit = node.after[0]
    if (limit) {
      const delay: unknown = sessionMachine.implementations.delays[String(limit.delay)]
      const delayMs = Number(typeof delay === 'function' ? delay({ context, event: {} }, {}) : delay)
      const event = { type: limit.eventType } as unknown as SessionEvent
      return [{ name: LIMITS[node.id] ?? node.id, dueAt: enteredAt + delayMs, events: () => [event] }]
    }
    const fails = REQUESTS[node.id]
    if (!fails) return []
    const dueAt = enteredAt + context.settings.requestTimeoutMs
    return [{ name: 'the request has taken too long', dueAt, events: (at) => [fails(at)] }]
  })
}

const ringing = (id: string, at: number) =>
  ({ type: `xstate.done.actor.${id}`, output: { at } }) as unknown as SessionEvent
