'use client'

export type { AnswerFacts, EventTime, FailureFacts } from './answers'
export { sessionEvents } from './session-events'
export type { SessionAlarm, SessionEffect, SessionLimit } from './session-waits'
export { TestSessionProvider, type TestSessionProviderProps } from './test-session-provider'
