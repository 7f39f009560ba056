import type { SessionAnswer } from 'sessionchart/machines'
import type { SessionSource } from '../session-source'
import type { FindFlow } from './flow'
import type { Wire } from './request'
import { readSession, updateSession } from './session'
import { createSignIn } from './sign-in'
import { createSignOut } from './sign-out'

/** Auth.js as a source of sessions. */
export function createAuthjsSource(
  wire: () => Wire,
  findFlow: FindFlow,
  readSignedIn: (signal: AbortSignal) => Promise<SessionAnswer>,
): SessionSource {
  return {
    read: ({ signal }) => readSession(wire(), { signal }),
    update: ({ data, signal }) => updateSession(wire(), { data, signal }),
    signIn: createSignIn(wire, findFlow, readSignedIn),
    signOut: createSignOut(wire, findFlow),
  }
}
