export { errorOf, outputOf } from './done-event'
export { notProvided } from './not-provided'
export type { OperationLogic } from './operation-logic'
export type { OperationInput, SignInInput, SignInOutcome, SignOutOutcome } from './operation-outcome'
export { type RefetchTrigger, refetchTriggers } from './refetch-triggers'
export { sessionMachine } from './session.machine'
export type { KnownAnswer, SessionAnswer } from './session-answer'
export type { AnswerTrigger, SessionCause } from './session-cause'
export {
  type RedirectPolicy,
  type SessionContext,
  type SessionInput,
  type SessionMemory,
  type SessionSettings,
  seedMemory,
} from './session-context'
export { type ClockBounds, deadlineOf, type SessionData } from './session-data'
export type { SessionEmitted, SessionEvent } from './session-events'
export { failureOf, type SessionErrorCode, type SessionFailure } from './session-failure'
export type { SessionTag } from './session-tag'
export { saysTheSame } from './structural-sharing'
export type { TurnInput } from './turn-input'
