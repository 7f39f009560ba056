import type {
  OperationInput,
  OperationLogic,
  SessionData,
  SignInInput,
  SignInOutcome,
  SignOutOutcome,
} from 'sessionchart/machines/session'

/** What a read or an update says about who is signed in. A request that says nothing throws a `SessionError`. */
export type Reading =
  | { type: 'signed-in'; session: SessionData; httpStatus: number }
  | { type: 'signed-out'; httpStatus: number }

/**
 * Where sessions come from. The session chart knows nothing else about the server: Auth.js is one
 * implementation (`authjs/`).
 */
export interface SessionSource {
  read(request: { signal: AbortSignal }): Promise<Reading>
  /** `data` is JSON text, or `undefined` for an update without data. */
  update(request: { data: string | undefined; signal: AbortSignal }): Promise<Reading>
  /** Runs the sign-in whose payload is kept under `input.id`. */
  signIn: OperationLogic<SignInInput, SignInOutcome>
  signOut: OperationLogic<OperationInput, SignOutOutcome>
}
