export { deadlineOf, failureOf, saysTheSame, seedMemory } from 'sessionchart/machines/memory'
export { errorOf, outputOf } from './done-event'
export { notProvided } from './not-provided'
export type { OperationLogic } from './operation-logic'
export type { OperationInput, SignInInput, SignInOutcome, SignOutOutcome } from './operation-outcome'
export { type RefetchTrigger, refetchTriggers } from './refetch-triggers'
export { sessionMachine } from './session.machine'
export type { KnownAnswer, SessionAnswer } from './session-answer'
export type { AnswerTrigger, SessionCause } from './session-cause'
export type {
  RedirectPolicy,
  SessionContext,
  SessionInput,
  SessionMemory,
  SessionSettings,
} from './session-context'
export type { ClockBounds, SessionData } from './session-data'
export type { SessionEmitted, SessionEvent } from './session-events'
export type { SessionErrorCode, SessionFailure } from './session-failure'
export type { SessionTag } from './session-tag'
export type { TurnInput } from './turn-input'
