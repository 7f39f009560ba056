import type {
  ClockBounds,
  OperationInput,
  OperationLogic,
  SessionData,
  SignInInput,
  SignInOutcome,
  SignOutOutcome,
} from 'sessionchart/machines/session'

/** What a read or an update says about who is signed in. A request that says nothing throws a `SessionError`. */
export type Reading =
  | { type: 'signed-in'; session: SessionData; httpStatus: number; clock?: ClockBounds }
  | { type: 'signed-out'; httpStatus: number; clock?: ClockBounds }

/**
 * Where sessions come from. The session chart knows nothing else about the server: Auth.js is one implementation
 * (`wire/`, `authjs/`). With the logic of sign-ins and sign-outs, which knows its client by the system it runs in, it is
 * all that another server would need.
 */
export interface SessionSource {
  read(signal: AbortSignal): Promise<Reading>
  /** Sends the update whose data is kept under `id`. */
  update(id: string, signal: AbortSignal): Promise<Reading>
}

/** Runs the sign-in whose payload is kept under `input.id`. */
export type SignInLogic = OperationLogic<SignInInput, SignInOutcome>
export type SignOutLogic = OperationLogic<OperationInput, SignOutOutcome>
