import type { SessionAnswer } from './session-answer'
import type { RedirectPolicy } from './session-context'
import type { SessionFailure } from './session-failure'

export interface OperationInput {
  /** The call's id: effects look up its payload by it. */
  id: string
  redirect: RedirectPolicy
}

export interface SignInInput extends OperationInput {
  provider: string | null
}

/** What a sign-in came to. */
export type SignInOutcome =
  /** The server accepted it, and this is the session it made. */
  | { type: 'answered'; answer: SessionAnswer }
  /** The browser is to go elsewhere: to the provider, to the app, or to a page that says what went wrong. */
  | { type: 'redirect'; because: 'answer' | 'failure' }
  /** It came to nothing. */
  | { type: 'failed'; failure: SessionFailure }
  /** It came to nothing while the page was on its way out: nobody is left to be told. */
  | { type: 'stranded' }

/** What a sign-out came to. `epoch` is the number of the last write of any tab as the answer arrives. */
export type SignOutOutcome =
  | { type: 'signed-out'; at: number; sentAt?: number; epoch?: number }
  /** It worked, and the browser is to go elsewhere. */
  | { type: 'redirect' }
  | { type: 'failed'; failure: SessionFailure }
