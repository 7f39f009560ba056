import type { Environment, SessionError } from 'sessionchart/client'
import type { SessionAnswer, SessionEvent, SessionFailure } from 'sessionchart/machines/session'
import type { Protocol } from '../client/engine'
import type { Reading } from '../session-source'
import type { AuthRequest, Reply } from '../wire/request'
import type { AllTabs } from './all-tabs'

/** What the protocol needs of its client. */
export interface ClientKit {
  environment: Environment
  /** The name of this client among those of all tabs. */
  tabId: string
  /** The option of that name. */
  channel(): string | null | undefined
  /** The name of the user in a session. */
  userOf(session: object): string | null
  /** What the paths of the Auth.js endpoints are appended to. */
  apiBase(): string
  request(asked: AuthRequest): Promise<Reply>
  /** Reads the session, in the words of the chart. */
  readSession(signal: AbortSignal): Promise<SessionAnswer>
  /** A new id for a call, and a promise of its end: the failure, or `null` when there is none. */
  openCall(): { id: string; ended: Promise<SessionFailure | null> }
  send(event: SessionEvent): void
  /** The browser was told to go elsewhere, and the page is still there. */
  isLeaving(): boolean
  /** Reports a failed request. */
  failed(error: SessionError): void
  /** Reports what should not have gone wrong. */
  fault(error: unknown): void
}

/** The same, with what the other tabs have said. */
export interface AuthjsKit extends ClientKit {
  /** The number of the last write of any tab. */
  epoch(): number
}

/** The Auth.js protocol: what a client does by it, and what the session chart does. */
export interface Authjs extends Protocol {
  /** Says what sign-ins and sign-outs of a running chart work with, before it is started. */
  surround(system: object): void
  /** Sends the browser where the flow with this id leads. */
  leave(id: string): void
  tabs: AllTabs
  update(data: string | undefined, signal: AbortSignal): Promise<Reading>
}
