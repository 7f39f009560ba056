import type { Reporter } from './reporter'

/** Names the user of a session, so that another user can be told from the same one. `null`: cannot be told. */
export function identifyUser<S>(
  session: S | null | undefined,
  identify: ((session: S) => string | null | undefined) | undefined,
  reporter: Reporter,
): string | null {
  if (!session) return null
  let user: unknown
  reporter.call(() => {
    user = identify ? identify(session) : defaultIdentity(session)
  })
  return typeof user === 'string' || typeof user === 'number' ? String(user) : null
}

function defaultIdentity(session: unknown): unknown {
  const { id, email } = Object((session as { user?: unknown }).user) as { id?: unknown; email?: unknown }
  return id ?? email
}
