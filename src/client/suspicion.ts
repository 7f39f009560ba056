import type { SessionError } from '../session-error'
import type { SessionClientOptions } from './options'
import type { SessionActor } from './session-actor'

/** What may be wrong with how an app uses the session. What it turns out to be is said in src/authjs/warn.ts. */
export type Suspicion =
  /** A request has failed. */
  | { about: 'answer'; error: SessionError }
  /** The app may send it what it cannot take. */
  | { about: 'actor'; actor: SessionActor }
  /** A call of `useSession` has options in one render, and none in another. */
  | { about: 'options' }
  | { about: 'copies'; count: number }
  /** Those of a provider that was given a client, which brings its own. */
  | { about: 'unused options'; options: SessionClientOptions }
  /** The options of all providers that are mounted. */
  | { about: 'providers'; options: SessionClientOptions[] }
