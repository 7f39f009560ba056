import type { Session, SessionClientOptions } from 'sessionchart'
import { SessionOptionError } from 'sessionchart'
import type { AuthServerOptions } from 'sessionchart/testing/server'
import type { SessionRegions } from '../paths/place'
import { sortOptions, type TestOptions } from '../stage/options'

/** What a session of a test is made with. */
export interface Plan {
  client: SessionClientOptions
  server: AuthServerOptions
  /** Who is signed in, as the server knows it. */
  session: Session | null
  /** Who signs in, if somebody does. */
  who: Session
  /** What the page may have brought along: `undefined`, it has to ask. */
  seeds: Array<Session | null | undefined>
  /** In epoch milliseconds. */
  startsAt: number
}

export interface TestSessionOptions extends TestOptions {
  /** When the test's clock begins. Default: now, or where the session is to be near its end, shortly before that. */
  now?: number | string | Date | undefined
}

const HOUR_MS = 3_600_000
// Less than any poll takes: what falls due first is what a session is to be near to.
const BEFORE_MS = 500
const DEFAULT_WARNING_SECONDS = 60

/** What it takes for a session to come to a place: by a way that shows all, or as directly as possible. */
export function planFor(
  place: SessionRegions,
  { now, ...options }: TestSessionOptions,
  way: 'whole' | 'direct' = 'whole',
): Plan {
  const { client, server } = sortOptions(options)
  const givenAt = timeOf(now)
  const isToEnd = ('lifetime' in place && place.lifetime !== 'open') || place.cause === 'expired'
  const isAfterWarning = place.cause === 'expired' || place.lifetime === 'confirming'
  const { session, startsAt } = isToEnd
    ? nearItsEnd(options.session, givenAt, isAfterWarning && way === 'direct' ? { expiryWarning: 0 } : client)
    : { session: options.session, startsAt: givenAt ?? Date.now() }
  const who = session ?? ann(startsAt)
  return {
    client: { logger: { error() {} }, ...settingsFor(place), ...client },
    server,
    session: session === undefined ? who : session,
    who,
    seeds: session === undefined ? [who, undefined, null] : [session, undefined],
    startsAt,
  }
}

/** A session that has an end to come, and a time shortly before it. */
function nearItsEnd(
  given: Session | null | undefined,
  givenAt: number | undefined,
  { expiryWarning = DEFAULT_WARNING_SECONDS }: SessionClientOptions,
) {
  const at = givenAt ?? Date.now()
  const somebody = given ?? ann(at)
  const end = Date.parse(somebody.expires)
  const expiresAt = end > at ? end : at + HOUR_MS
  const before = expiresAt - expiryWarning * 1_000 - BEFORE_MS
  const session = end > at ? somebody : { ...somebody, expires: new Date(expiresAt).toISOString() }
  return { session, startsAt: givenAt ?? Math.max(at, before) }
}

/** Settings without which there is no such state. */
const settingsFor = ({ polling, request }: SessionRegions): SessionClientOptions => ({
  ...((polling === 'waiting' || polling === 'paused') && { refetchInterval: 60 }),
  ...(polling === 'paused' && { refetchWhenOffline: false }),
  ...(request === 'resting' && { refetchKey: '/' }),
})

const ann = (at: number): Session =>
  ({
    user: { id: '1', name: 'Ann', email: 'ann@example.com' },
    expires: new Date(at + HOUR_MS).toISOString(),
  }) as Session

/** @throws SessionOptionError for what is no time. */
export function timeOf(now: TestSessionOptions['now']): number | undefined {
  if (now === undefined) return undefined
  const time = new Date(now).getTime()
  if (Number.isNaN(time)) throw new SessionOptionError('now', now, 'a point in time')
  return time
}
