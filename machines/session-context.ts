import type { RefetchTrigger } from './refetch-triggers'
import type { AnswerTrigger, SessionCause } from './session-cause'
import { deadlineOf, type SessionData } from './session-data'
import type { SessionFailure } from './session-failure'
import { NO_ORDER, type Order } from './tab-order'

/** The settings the chart decides by. Times in milliseconds. */
export interface SessionSettings {
  /** Time between two polls; 0 is off. */
  refetchIntervalMs: number
  refetchOnWindowFocus: boolean
  refetchWhenOffline: boolean
  /** next-auth's old way: a changed `session` prop changes nothing. */
  ignoresPropChanges: boolean
  /** A reason to read whenever it changes: the path of the page, say. */
  refetchKey: string | number | null
  /** How close together two reads may be that the page causes by itself. */
  refetchLimitMs: number
  /** How long before its end a session is about to end. */
  expiryWarningMs: number
  /** The server is asked before a session ends. */
  asksAtExpiry: boolean
  /** How long a request may take. */
  requestTimeoutMs: number
}

/** What is known about the session. Survives a stop and seeds the next start. */
export interface SessionMemory {
  /** `undefined` until somebody has said who is signed in. */
  data: SessionData | null | undefined
  user: string | null
  /** On this device's clock. */
  expiresAt: number | null
  /** How far the server's clock is ahead of this device's. */
  clockOffsetMs: number
  /** How long the last answer was under way. A browser keeps the cookie that came with it so much longer. */
  tookMs: number
  cause: SessionCause
  /** The last request failed, and how. */
  failure: SessionFailure | null
  /** Failed requests in a row. */
  failures: number
  retryAt: number
  /** When the server last said who is signed in. */
  answeredAt: number | null
  /** The last value of the `session` prop, if there was one. */
  provided: SessionData | null | undefined
  /** Earlier values of it, since the last sign-in or sign-out. */
  seen: Array<SessionData | null>
  /** Sessions seen before the last sign-in or sign-out: a prop that brings one back is old news. */
  outdated: Array<SessionData | null>
  /** The place of the last answer among those of all tabs. */
  order: Order
  /** The largest number seen: the next one is above it. */
  highest: number
  /** What is known of the session, `data`, is of after the write of that number, and of all before it. */
  dataEpoch: number
  /** A reason to read of which nothing has come yet. */
  wish: AnswerTrigger | null
}

export interface SessionContext extends SessionMemory {
  settings: SessionSettings
  /** What the region `network` says, for the guards of the others. */
  online: boolean
  /** What the request that is out, or was last out, is for. */
  trigger: AnswerTrigger
  /** Calls that wait for the read that is out, or for the next one when none is. */
  readers: string[]
  /** Calls that wait for the read after the one that is out. */
  later: string[]
  /** Calls that wait for their update; the first one is out. */
  updates: string[]
  /** A reason to read that came while nothing could be asked. */
  wish: RefetchTrigger | null
  /** When it came, or the last of several. */
  wishAt: number
  /** When a read was last sent for a reason that is limited. */
  limitedAt: number | null
  /** The flow that is running, or ran last. */
  operation: {
    kind: 'sign-in' | 'sign-out' | 'leave'
    id: string
    provider: string | null
    redirect: RedirectPolicy
    at: number
  } | null
  pollDueAt: number | null
  /** The name of this client among the tabs. */
  tabId: string
  /** The place of the request that is out, or was last out. */
  sent: { epoch: number; stamp: number }
  /** The number of a sign-in, sign-out or update that another tab has begun. */
  foreignWrite: number | null
}

/**
 * When a sign-in or sign-out may send the browser elsewhere: `always`; only for providers that cannot answer
 * without it (`oauth`, next-auth v4's reading of `redirect: false`); or `never`.
 */
export type RedirectPolicy = 'always' | 'oauth' | 'never'

export interface SessionInput {
  at: number
  tabId: string
  settings: SessionSettings
  memory: SessionMemory
}

/** The memory of a client that starts: seeded with a session, with `null` (signed out), or not at all. */
export function seedMemory(
  session: SessionData | null | undefined,
  user: string | null,
  at: number,
): SessionMemory {
  return {
    data: session,
    user,
    expiresAt: deadlineOf(session ?? null, at),
    tookMs: 0,
    clockOffsetMs: 0,
    cause: { type: session === undefined ? 'starting' : 'seeded', at },
    failure: null,
    failures: 0,
    retryAt: 0,
    answeredAt: null,
    provided: session,
    seen: [],
    outdated: [],
    order: NO_ORDER,
    highest: 0,
    dataEpoch: 0,
    wish: null,
  }
}
