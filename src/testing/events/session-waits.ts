import { SessionOptionError } from 'sessionchart'
import { type SessionEvent, sessionMachine } from 'sessionchart/machines/session'

// What the session chart waits for, and the state in which it does. A test holds that nothing is missing.

const EFFECTS = {
  readSession: 'request.reading.asking',
  updateSession: 'request.updating.asking',
  signIn: 'operation.signingIn.asking',
  signOut: 'operation.signingOut.asking',
  navigate: 'operation.leaving.departing',
  turnToRead: 'request.reading',
  turnToUpdate: 'request.updating',
  turnToOperate: 'request.lent',
  watchNetwork: 'network',
  watchVisibility: 'visibility',
  listenToTabs: 'tabs.listening',
}
const ALARMS = {
  poll: 'polling.waiting',
  retry: 'request.waiting.counting',
  refetchLimit: 'request.resting',
  expiryWarning: 'lifetime.running',
  expiry: 'lifetime.expiring',
}
const LIMITS = {
  confirmLimit: 'lifetime.confirming',
  offlineRetry: 'request.waiting.paused',
  tellLimit: 'request.reading.inquiring',
  foreignWriteLimit: 'request.yielding',
  openWriteLimit: 'tabs.listening.doubting',
  awayLimit: 'request.suspended',
  leaveLimit: 'operation.leaving',
}

/**
 * What runs beside the session chart. Of the turns among the tabs there are three, by what they are wanted for.
 * @useDeclaredType
 */
export type SessionEffect = keyof typeof EFFECTS
/**
 * A point in time that the session chart waits for.
 * @useDeclaredType
 */
export type SessionAlarm = keyof typeof ALARMS
/**
 * A time limit of the session chart, as its pictures name it.
 * @useDeclaredType
 */
export type SessionLimit = keyof typeof LIMITS

/** An effect of the chart is done. These events are XState's own, which the type of the chart's does not have. */
export const done = (effect: SessionEffect, output?: object): SessionEvent =>
  ownEvent(`xstate.done.actor.${invokedIn(EFFECTS[effect])}`, { output })

export function thrown(effect: SessionEffect | SessionAlarm, error: unknown): SessionEvent {
  const state = stateOf('effect', effect, { ...EFFECTS, ...ALARMS })
  return ownEvent(`xstate.error.actor.${invokedIn(state)}`, { error })
}

export function over(wait: SessionAlarm | SessionLimit, at: number): SessionEvent {
  const state = stateOf('wait', wait, { ...ALARMS, ...LIMITS })
  return wait in ALARMS
    ? ownEvent(`xstate.done.actor.${invokedIn(state)}`, { output: { at } })
    : ownEvent(nodeOf(state).after[0]?.eventType)
}

const ownEvent = (type: string | undefined, content?: object) =>
  ({ type, ...content }) as unknown as SessionEvent

const nodeOf = (state: string) => sessionMachine.getStateNodeById(`session.${state}`)

const invokedIn = (state: string) => nodeOf(state).invoke[0]?.id

function stateOf(option: string, name: string, states: Record<string, string>): string {
  const state = Object.hasOwn(states, name) ? states[name] : undefined
  const names = Object.keys(states).map((known) => `"${known}"`)
  if (state === undefined) throw new SessionOptionError(option, name, `one of ${names.join(', ')}`)
  return state
}
