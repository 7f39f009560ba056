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
export type { SessionPlace, SessionRegions } from './paths/place'
export { TestSessionProvider, type TestSessionProviderProps } from './provider/test-session-provider'
export { type CreateTabsOptions, createTabs } from './session/create-tabs'
export { type CreateTestSessionOptions, createTestSession } from './session/create-test-session'
export { type PathsToOptions, pathsTo, type SessionPath, type SessionStep } from './session/paths-to'
export type { TestSessionOptions } from './session/plan'
export type { TestSession } from './session/test-session'
export type { TestTab, TestTabs } from './session/test-tabs'
export type { TestRequest } from './stage/browser-network'
export type { Duration } from './stage/duration'
export type { TestOtherTab } from './stage/other-tab'
export type { TestWrapper } from './stage/provider'
export type { TestClock } from './stage/test-clock'
export type { TestNetwork } from './stage/test-network'
export type { TestPage } from './stage/test-page'
export type { TestServer } from './stage/test-server'
