import { SessionOptionError } from 'sessionchart'
import type { SessionContext } from 'sessionchart/machines/session'
import type { SessionSnapshot } from './chart'
import { checkRegions, type PathCause, statesOf } from './check-regions'

type Regions = Exclude<Parameters<SessionSnapshot['matches']>[0], string>

/** Where a session is to be: by regions of the chart, by the cause of its status, or by both. */
export type SessionRegions = Regions & { cause?: PathCause | undefined }
/** A state of the session chart, by a plain word or by its regions. */
export type SessionPlace = keyof typeof words | SessionRegions

const words = {
  loading: { status: 'loading' },
  authenticated: { status: 'authenticated' },
  unauthenticated: { status: { unauthenticated: 'known' } },
  /** The last request failed; what is known is still shown. */
  stale: { status: 'authenticated', request: 'waiting' },
  /** The very first request failed. */
  unreachable: { status: { unauthenticated: 'unreachable' } },
  /** A read is out while somebody is signed in. */
  refetching: { status: 'authenticated', request: { reading: 'asking' } },
  updating: { status: 'authenticated', request: { updating: 'asking' } },
  expiring: { status: 'authenticated', lifetime: 'expiring' },
  expired: { status: { unauthenticated: 'known' }, cause: 'expired' },
  'signing-in': { status: { unauthenticated: 'known' }, operation: { signingIn: 'asking' } },
  'signing-out': { operation: { signingOut: 'asking' } },
  leaving: { operation: 'leaving' },
  offline: { network: 'offline' },
  hidden: { visibility: 'hidden' },
  away: { visibility: 'away' },
} satisfies Record<string, SessionRegions>

/** @throws SessionOptionError for a word that is none, and for regions in which no session can stay. */
export function regionsOf(place: SessionPlace, option: string): SessionRegions {
  if (typeof place === 'string' && Object.hasOwn(words, place)) return words[place]
  if (typeof place !== 'object' || place === null || Array.isArray(place)) {
    const known = Object.keys(words).map((word) => `'${word}'`)
    throw new SessionOptionError(option, place, `one of ${known.join(', ')}, or regions of the chart`)
  }
  checkRegions(place, option)
  return place
}

/** How many of the regions, and the cause, are not as they are to be. */
export function distance({ cause, ...regions }: SessionRegions, snapshot: SessionSnapshot): number {
  const context = snapshot.context as SessionContext
  const missing = Object.entries(regions).filter(([region, state]) => !matches(snapshot, { [region]: state }))
  return missing.length + Number(cause !== undefined && context.cause.type !== cause)
}

const UNDISTURBED: Regions = { operation: 'idle', network: 'online', visibility: 'visible' }

/** How many regions nobody has asked for are otherwise than when nothing happens. */
export function detour(place: SessionRegions, snapshot: SessionSnapshot): number {
  const isDisturbed = ([region, state]: [string, unknown]) =>
    !(region in place) && !matches(snapshot, { [region]: state })
  return Object.entries(UNDISTURBED).filter(isDisturbed).length
}

const matches = (snapshot: SessionSnapshot, value: object) => snapshot.matches(value as Regions)

/** For people: `expired`, or `status.authenticated + network.offline`. */
export const nameOfPlace = (place: SessionPlace): string =>
  typeof place === 'string' ? place : statesOf(place).join(' + ')
