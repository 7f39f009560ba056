import type { SessionSource } from '../session-source'
import type { Wire } from './request'
import { readSession, updateSession } from './session'

/** Auth.js as a source of sessions, with the given sign-in and sign-out. */
export function createAuthjsSource(
  wire: () => Wire,
  flows: Pick<SessionSource, 'signIn' | 'signOut'>,
): SessionSource {
  return {
    read: ({ signal }) => readSession(wire(), { signal }),
    update: (asked) => updateSession(wire(), asked),
    ...flows,
  }
}
