'use client'

export type { AnswerFacts, EventTime, FailureFacts } from './answers'
export type { MachineTransition } from './machine-transitions'
export { sessionEvents } from './session-events'
export type { SessionAlarm, SessionEffect, SessionLimit } from './session-waits'
export { TestSessionProvider, type TestSessionProviderProps } from './test-session-provider'
export { type GuardOutcome, type TransitionCoverage, transitionCoverage } from './transition-coverage'
