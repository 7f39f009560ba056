import type { SessionData } from 'sessionchart/machines/session'

const writes = ['sign-in', 'sign-out', 'update'] as const
const reasons = ['read', ...writes] as const
const LONGEST_ID = 64

/** What a tab has to tell. An epoch is the number of a write, a stamp that of an answer; times are in epoch milliseconds. */
export type TabNews =
  /** A request that changes the session is about to be sent. */
  | { kind: 'began'; epoch: number; op: (typeof writes)[number] }
  /** The server has answered this tab. */
  | {
      kind: 'answered'
      epoch: number
      stamp: number
      session: SessionData | null
      expiresAt: number | null
      /** How long the answer was under way, in milliseconds. */
      tookMs: number
      why: (typeof reasons)[number]
    }
  /** The request that had begun is over. The stamp is that of an answer that has come after it. */
  | { kind: 'ended'; epoch: number; stamp?: number }
  /** A read has failed. It is tried again after the pause, in milliseconds: clocks may be set meanwhile. */
  | { kind: 'failed'; epoch: number; stamp: number; failures: number; pauseMs: number }
  /** This tab has just been opened and wants to know the last answer. */
  | { kind: 'asked' }

/** The news as it is sent: `from` is the id of the client that sends it. */
export type TabMessage = TabNews & { v: 1; from: string }

/**
 * What a client in another tab has sent, and nothing that it has not; `null` when it is anything else. Every script
 * of the origin can send what it likes, and so does another version of this package.
 */
export function readTabMessage(data: unknown, ownId: string, now: number): TabMessage | null {
  try {
    const fields = data as Fields
    const { v, from } = fields
    if (v !== 1 || typeof from !== 'string' || from === '' || from.length > LONGEST_ID) return null
    if (from === ownId) return null
    const news = newsOf(fields, now)
    return news && { ...news, v, from }
  } catch {
    // There are no fields, or the session is no JSON. Nothing else that comes over a channel throws.
    return null
  }
}

type Fields = Partial<Record<'v' | 'from' | NameIn<TabNews>, unknown>>
type NameIn<News> = News extends unknown ? keyof News : never

function newsOf(fields: Fields, now: number): TabNews | null {
  // Each is read once: what was looked at is what is given.
  const { kind, epoch, stamp, op, session, expiresAt, tookMs = 0, why, failures, pauseMs } = fields
  if (kind === 'asked') return { kind }
  if (!isNumber(epoch, now)) return null
  switch (kind) {
    case 'began':
      return isOneOf(writes, op) ? { kind, epoch, op } : null
    case 'ended':
      if (stamp === undefined) return { kind, epoch }
      return isNumber(stamp, now) ? { kind, epoch, stamp } : null
    case 'failed':
      if (!isNumber(stamp, now) || !isCount(failures) || !isCount(pauseMs)) return null
      return { kind, epoch, stamp, failures, pauseMs }
    case 'answered':
      if (!isNumber(stamp, now) || !isOneOf(reasons, why) || !isCount(tookMs)) return null
      if (!(expiresAt === null || isTime(expiresAt))) return null
      return { kind, epoch, stamp, session: sessionOf(session), expiresAt, tookMs, why }
    default:
      return null
  }
}

/**
 * The session as plain JSON all the way down: a channel lets dates, maps and circles through, a server does not.
 *
 * @throws when it is none.
 */
function sessionOf(value: unknown): SessionData | null {
  if (value === null) return null
  const text = JSON.stringify(value)
  // An empty object is what maps and the like turn into, and how next-auth v4 says "nobody". Ours is never empty.
  if (text[0] !== '{' || text === '{}') throw new TypeError('no session')
  return JSON.parse(text)
}

const isTime = (value: unknown): value is number => Number.isFinite(value)

const CENTURY_MS = 100 * 365 * 86_400_000
/**
 * Whether it may be the number of a write or an answer. Who has seen one that is too high would count on from
 * there, and be heard by nobody: the limit goes ahead of them with the clock.
 */
export const isNumber = (value: unknown, now: number): value is number =>
  isCount(value) && value <= now + CENTURY_MS
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isOneOf = <Word>(words: readonly Word[], value: unknown): value is Word => words.includes(value as Word)
