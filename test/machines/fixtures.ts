import type {
  SessionAnswer,
  SessionData,
  SessionFailure,
  SessionMemory,
  SessionSettings,
} from 'sessionchart/machines'
import { seedMemory, sessionMachine } from 'sessionchart/machines'
import { begin, type Step } from './chart'

const SECOND = 1_000
/** The name of the tab that is tested. */
const OWN_TAB = 'own'
const DAY = 24 * 60 * 60 * SECOND

/** When every chart of these tests starts. */
export const NOW = Date.UTC(2030, 0, 1)
/** When things happen to it. */
export const LATER = NOW + SECOND
/** When effects answer. */
export const THEN = NOW + 2 * SECOND

export const END = NOW + 30 * DAY
const sessionOf = (name: string, expiresAt = END): SessionData => ({
  user: { name, email: `${name.toLowerCase()}@example.com` },
  expires: new Date(expiresAt).toISOString(),
})

export const ann = sessionOf('Ann')
export const annOlder = sessionOf('Ann', END - DAY)
export const annLonger = sessionOf('Ann', END + DAY)
export const annRenamed: SessionData = { ...ann, user: { name: 'Anna', email: 'ann@example.com' } }
export const bob = sessionOf('Bob')

export const ANN = 'ann@example.com'
export const BOB = 'bob@example.com'
export const userOf = (session: SessionData | null | undefined): string | null =>
  Object(session?.user).email ?? null

type KnownAnswer = Exclude<SessionAnswer, { type: 'unknown' }>
export const signedIn = (session: SessionData = ann, at = THEN): KnownAnswer => ({
  type: 'signed-in',
  at,
  session,
  user: userOf(session),
  httpStatus: 200,
})
export const signedOut = (at = THEN): KnownAnswer => ({ type: 'signed-out', at, httpStatus: 200 })

export const dead: SessionFailure = { code: 'network', message: 'The network is dead.', url: '/session' }
export const busy: SessionFailure = { code: 'busy', message: 'Another sign-in or sign-out is running.' }
/** An answer that says nothing about who is signed in. With this jitter a step of back-off is as long as it can be. */
export const unknown = (at = THEN, failure = dead): SessionAnswer => ({
  type: 'unknown',
  at,
  failure,
  jitter: 1,
})

/** What an effect throws that must not throw. */
export const fault = new TypeError('An effect is broken.')
export const faultFailure: SessionFailure = { code: 'network', message: 'An effect is broken.' }

export const settings: SessionSettings = {
  refetchIntervalMs: 0,
  refetchOnWindowFocus: true,
  refetchWhenOffline: true,
  ignoresPropChanges: false,
  refetchKey: null,
  refetchLimitMs: 5_000,
  expiryWarningMs: 60_000,
  asksAtExpiry: true,
  requestTimeoutMs: 15_000,
}
export const POLL = 10 * SECOND
export const polling: SessionSettings = { ...settings, refetchIntervalMs: POLL }
export const pollingOnline: SessionSettings = { ...polling, refetchWhenOffline: false }

export const seed = (session?: SessionData | null): SessionMemory => seedMemory(session, userOf(session), NOW)

export interface Start {
  at?: number
  session?: SessionData | null
  memory?: SessionMemory
  settings?: SessionSettings
}
export type SessionSnapshot = ReturnType<typeof start>['snapshot']

/** The session chart as it starts: with nothing, with a `session` prop, or with what an earlier life has left. */
export const start = (
  { at = NOW, session, memory = seed(session), settings: given = settings }: Start = {},
  machine = sessionMachine,
): Step<ReturnType<typeof sessionMachine.resolveState>> =>
  begin(machine, { at, tabId: OWN_TAB, settings: given, memory })
