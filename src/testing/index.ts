'use client'

export type { MachineTransition } from './coverage/machine-transitions'
export {
  type GuardOutcome,
  type TransitionCoverage,
  transitionCoverage,
} from './coverage/transition-coverage'
export type { AnswerFacts, EventTime, FailureFacts } from './events/answers'
export { sessionEvents } from './events/session-events'
export type { SessionAlarm, SessionEffect, SessionLimit } from './events/session-waits'
export { TestSessionProvider, type TestSessionProviderProps } from './provider/test-session-provider'
