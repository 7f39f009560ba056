import {
  adjustClock,
  deadlineOf,
  nextNumber,
  saysTheSame,
  shareStructure,
} from 'sessionchart/machines/memory'
import { backOffMs } from './back-off'
import { outputOf } from './done-event'
import { obeys, type RefetchTrigger, refetchTriggers } from './refetch-triggers'
import { causeOf, type SessionCause } from './session-cause'
import type { SessionContext, SessionMemory } from './session-context'
import type { EventOf, SessionEvent } from './session-events'
import type { SessionFailure } from './session-failure'

interface Args {
  context: SessionContext
  event: SessionEvent
}
type Change = Partial<SessionContext>
type Adopted = NonNullable<EventOf<'session.answered'>['adopted']>

const MOST_SEEN = 8
/** By so much two tabs, and two answers, may differ about the server's clock. */
export const CLOCK_SPARE_MS = 2_000
/** What a server may ask for. */
const LONGEST_PAUSE_MS = 3_600_000

/** When the event was made. The start has it in its input, the completion of an effect in its output. */
export function timeOf(event: SessionEvent): number {
  const { at, input, output } = event as { at?: number; input?: { at: number }; output?: { at: number } }
  return at ?? input?.at ?? output?.at ?? 0
}

/** Takes over an answer. What it leaves as it was keeps its identity, and its cause. */
export function storeAnswer({ context, event }: Args): Change {
  const {
    at,
    trigger,
    httpStatus,
    session,
    user,
    clock,
    adopted,
    sentAt = adopted ? askedAt(adopted, at) : at,
  } = event as EventOf<'session.answered'>
  const clockOffsetMs = adjustClock(context.clockOffsetMs, clock)
  const held = context.data ?? null
  const wasKnown = context.data !== undefined && context.cause.type !== 'unreachable'
  const isSame = saysTheSame(held, session)
  const cause = causeOf({
    at,
    trigger,
    httpStatus,
    tabId: adopted?.order.from || undefined,
    was: !wasKnown ? 'unknown' : held ? 'signed-in' : 'signed-out',
    is: session ? 'signed-in' : 'signed-out',
    userChanged: context.user !== null && user !== null && user !== context.user,
    endedAt: context.expiresAt !== null && context.expiresAt <= at ? context.expiresAt : null,
  })
  const { expiresAt, tookMs } = adopted ?? {
    expiresAt: deadlineOf(session, at, clockOffsetMs),
    // A clock that was set back meanwhile says nothing.
    tookMs: Math.max(0, at - sentAt),
  }
  return {
    // A prop keeps its own identity: it is on the screen before the chart hears of it.
    data: isSame ? held : trigger === 'app' ? session : shareStructure(held, session),
    user,
    expiresAt: expiresAt ?? (deadlineOf(session, sentAt, clockOffsetMs) && knownEnd(context, sentAt)),
    clockOffsetMs,
    // No request takes longer, whatever another tab says.
    tookMs: Math.min(tookMs, context.settings.requestTimeoutMs),
    ...(trigger !== 'app' && wishAfter(context, at, adopted)),
    cause: isSame && wasKnown ? context.cause : cause,
    // What the app says is not the server's answer: the last request still failed.
    ...(trigger !== 'app' && { failure: null, failures: 0, answeredAt: at, ...placeOf({ context, event }) }),
  }
}

/** The end that is known, or has been seen: an answer that was asked for before it cannot tell what has come of it. */
function knownEnd({ expiresAt, cause }: SessionContext, sentAt: number): number | null {
  const end = expiresAt ?? (cause.type === 'expired' ? cause.expiresAt : null)
  return end !== null && end > sentAt ? end : null
}
/** When another tab has asked. Stamps run ahead of a clock that was set back. */
const askedAt = ({ order, tookMs }: Adopted, at: number) => Math.min(order.stamp, at - tookMs)

/** Where an answer stands: a tab that has it applies none that is older. */
function placeOf({ context, event }: Args): Change {
  const { adopted } = event as EventOf<'session.answered'>
  const order = adopted?.order ?? { ...context.sent, from: context.tabId }
  return {
    order,
    highest: Math.max(context.highest, order.epoch, order.stamp),
    dataEpoch: order.epoch,
    // An answer that is newer than all that is known is of after the last write.
    foreignWrite: adopted ? null : context.foreignWrite,
  }
}

/** Takes note of a write that is newer than all that this tab has heard of. */
const heed = (context: SessionContext, epoch = 0): Change =>
  epoch > context.order.epoch
    ? { order: { epoch, stamp: 0, from: '' }, highest: Math.max(context.highest, epoch) }
    : {}

/** What is written down of the last write and of the last answer. */
export function noteLedger({ context, event }: Args): Change {
  const { epoch, readAt } = event as EventOf<'turn.came'>
  // The next number is not below the time, also where what asks for it has none.
  const highest = Math.max(context.highest, epoch, readAt ?? 0, timeOf(event) - 1)
  const isFirst = context.highest === 0
  return { ...heed(context, epoch), highest, ...(isFirst && { dataEpoch: epochOfPage(event) }) }
}
/** After which write a page was made: perhaps before the last one, or in the middle of it. */
function epochOfPage(event: SessionEvent): number {
  const { epoch, openSince, mayBeOld } = event as EventOf<'tabs.joined'>
  return mayBeOld || openSince !== null ? epoch - 1 : epoch
}
export const noteLedgerOfAnswer = ({ context, event }: Args) =>
  heed(context, outputOf<{ epoch?: number }>(event).epoch)
export const noteWrite = ({ context, event }: Args): Change => {
  const { epoch, stamp = 0 } = event as EventOf<'otherTab.ended'>
  return { ...heed(context, epoch), highest: Math.max(context.highest, epoch, stamp) }
}
export const noteForeignWrite = ({ context, event }: Args): Change => {
  const { epoch } = event as EventOf<'otherTab.began'>
  return { ...heed(context, epoch), foreignWrite: epoch }
}

/** No answer counts any more whose request was sent before. */
export function discountAnswers({ context, event }: Args): Change {
  const stamp = nextNumber(timeOf(event), context.highest)
  return { order: { ...context.order, stamp, from: '' }, highest: stamp }
}

/**
 * The same for the page that a tab has come back to, which had left to sign in: others may have asked before that. A read
 * of its own that is out has not.
 */
export function discountOthers({ context, event }: Args): Change {
  const stamp = context.sent.stamp || nextNumber(timeOf(event), context.highest)
  return { order: { ...context.order, stamp, from: '' }, highest: Math.max(context.highest, stamp) }
}

/**
 * A write takes a number when it begins to wait for its turn, so that the others know of it, and a higher one when the
 * turn comes: above those of other writes meanwhile, and no read that was sent before has it. None is ever given back.
 */
export function beginWrite({ context, event }: Args): Change {
  const epoch = nextNumber(timeOf(event), context.highest)
  return { order: { epoch, stamp: 0, from: '' }, highest: epoch, sent: { epoch, stamp: 0 } }
}
const stamp = (epoch: number, { context, event }: Args): Change => {
  const highest = nextNumber(timeOf(event), context.highest)
  return { highest, sent: { epoch, stamp: highest } }
}
export const stampRead = (args: Args) => stamp(args.context.order.epoch, args)
export const stampWrite = (args: Args) => stamp(args.context.sent.epoch, args)

type Seen = SessionContext['seen']

/** The values that differ, the latest ones first. */
const distinct = (values: Array<Seen[number] | undefined>): Seen =>
  values
    .filter((value) => value !== undefined)
    .filter((value, index, all) => all.findIndex((other) => saysTheSame(other, value)) === index)
    .slice(0, MOST_SEEN)

/** A sign-in or sign-out makes everything seen until now outdated. */
export const retireSeen = ({ context }: Args): Change => ({
  seen: [],
  outdated: distinct([context.data, context.provided, ...context.seen, ...context.outdated]),
})

const pauseAfter = (failure: SessionFailure | null, failures: number, jitter: number) =>
  Math.max(backOffMs(failures, jitter), Math.min(failure?.retryAfterMs ?? 0, LONGEST_PAUSE_MS))

/** When to try again. A clock that was set back since the failure puts that off no longer than a pause may last. */
export const nextTry = ({ failure, failures, retryAt }: SessionContext) => ({
  dueAt: retryAt,
  withinMs: pauseAfter(failure, failures, 1),
})

export function storeFailure({ context, event }: Args): Change {
  const { at, failure, jitter, adopted } = event as EventOf<'session.failed'>
  if (adopted) {
    // Not the later one of two: the own one may be of a clock that was set back since.
    const retryAfterMs = Math.min(adopted.pauseMs, LONGEST_PAUSE_MS)
    const failures = Math.max(context.failures, adopted.failures)
    return { failure: { ...failure, retryAfterMs }, failures, retryAt: at + retryAfterMs }
  }
  const failures = context.failures + 1
  return { failure, failures, retryAt: at + pauseAfter(failure, failures, jitter) }
}

/** The session has come to its end. */
export function storeEnd({ context, event }: Args): Change {
  const { at } = event as EventOf<'session.ended'>
  const cause: SessionCause = { type: 'expired', at, expiresAt: context.expiresAt ?? at }
  return { data: null, user: null, expiresAt: null, cause }
}

/** The first read has failed: nobody is known to be signed in, nobody to be signed out. */
export function storeUnreachable({ event }: Args): Change {
  const { at, failure } = event as EventOf<'session.failed'>
  return { data: null, cause: { type: 'unreachable', at, failure } }
}

export function storeProvided({ context, event }: Args): Change {
  const { session } = event as EventOf<'session.provided'>
  const [, ...seen] = distinct([session, context.provided, ...context.seen])
  return { provided: session, seen }
}

/** The next poll keeps its time unless the interval is another. */
export function storeSettings({ context, event }: Args): Change {
  const { settings } = event as EventOf<'settings.changed'>
  const isSame = settings.refetchIntervalMs === context.settings.refetchIntervalMs
  return { settings, pollDueAt: isSame ? context.pollDueAt : null }
}

const begin = (trigger: RefetchTrigger, event: SessionEvent): Change => ({
  trigger,
  ...(obeys(trigger, 'is limited') && { limitedAt: timeOf(event) }),
})
export const noteTrigger = ({ event }: Args) => begin((event as EventOf<'session.refetch'>).trigger, event)
export const takeWish = ({ context, event }: Args) => begin(context.wish ?? 'call', event)

/**
 * Remembers a reason to read until a read is sent. Neither one that an older answer cannot satisfy nor one that asks
 * offline is replaced by others. The two make a conflict, which is both.
 */
const remember = ({ wish, wishAt: before }: SessionContext, trigger: RefetchTrigger, at: number): Change => {
  if (obeys(trigger, 'comes again')) return {}
  const wishAt = wish === null ? at : Math.max(before, at)
  const reasons = wish === null ? [trigger] : [wish, trigger]
  const urgent =
    reasons.find((reason) => isUrgent(reason) && obeys(reason, 'asks itself')) ?? reasons.find(isUrgent)
  const anywhere = reasons.find((reason) => obeys(reason, 'asks offline'))
  if (urgent && anywhere && !obeys(urgent, 'asks offline')) return { wish: 'conflict', wishAt }
  return { wish: urgent ?? anywhere ?? trigger, wishAt }
}
const isUrgent = (wish: SessionContext['wish']) => wish !== null && obeys(wish, 'needs a newer answer')
/**
 * What an answer leaves of the reason that waits. One that needs a newer answer may have that of another tab, which has
 * asked after it: as good as a read of this one, for the limit, too.
 */
function wishAfter({ wish, wishAt }: SessionContext, at: number, adopted?: Adopted): Change {
  if (wish === null || !isUrgent(wish)) return { wish: null }
  const sentAt = adopted ? askedAt(adopted, at) : 0
  if (sentAt <= wishAt || obeys(wish, 'asks itself')) return {}
  return { wish: null, ...(obeys(wish, 'is limited') && { limitedAt: sentAt }) }
}
export const keepWish = ({ context, event }: Args) =>
  remember(context, (event as EventOf<'session.refetch'>).trigger, timeOf(event))
/**
 * A read is about to be sent, and satisfies every reason. Until then another tab may be answered, which may do for the
 * reason of the read, and not for that which waits.
 */
export function satisfyWish({ context: { wish, trigger } }: Args): Change {
  const isLess = (['needs a newer answer', 'asks itself'] as const).some(
    (rule) => wish !== null && obeys(wish, rule) && !obeys(trigger as RefetchTrigger, rule),
  )
  return { wish: isLess ? wish : null }
}
/** That which an earlier life of the chart has left, or the request that was given up with it. */
export function wishLeft({ wish }: SessionMemory): SessionContext['wish'] {
  // These two come again as the chart begins.
  if (wish === null || wish === 'mount' || wish === 'retry') return null
  const trigger = wish as RefetchTrigger
  // Nobody waits for a call or an update any more, but it was sent for something newer.
  return wish in refetchTriggers && !obeys(trigger, 'comes again') ? trigger : 'restored'
}
/** The read that was out for it is given up. */
export const keepTrigger = ({ context, event }: Args) =>
  remember(context, context.trigger as RefetchTrigger, timeOf(event))

/** Another tab does not say what became of its write. */
export const doubtForeignWrite = ({ context, event }: Args): Change => ({
  foreignWrite: null,
  ...remember(context, 'other-tab-silent', timeOf(event)),
})

/** Remembers a call that waits for the read, if it is one. */
export function addReader({ context, event }: Args): Change {
  const { id } = event as EventOf<'session.refetch'>
  return id === undefined ? {} : { readers: [...context.readers, id] }
}

export const addLater = ({ context, event }: Args): Change => ({
  later: [...context.later, (event as EventOf<'session.refetch'>).id as string],
})
export const forgetReaders = ({ context }: Args): Change => ({
  readers: context.later,
  later: [],
})

export const addUpdate = ({ context, event }: Args): Change => ({
  updates: [...context.updates, (event as EventOf<'session.update'>).id],
})
export const forgetUpdate = ({ context }: Args): Change => ({ updates: context.updates.slice(1) })
/** The update was done, but its answer is out of date: who waits for it gets that of the next read. */
export const readForUpdate = ({ context }: Args): Change => ({
  readers: [...context.readers, ...context.updates.slice(0, 1)],
  updates: context.updates.slice(1),
})

const kinds = {
  'session.signIn': 'sign-in',
  'session.signOut': 'sign-out',
  'session.leave': 'leave',
} as const

export function noteOperation({ event }: Args): Change {
  const { type, id, at, provider = null, redirect = 'always' } = event as EventOf<'session.signIn'>
  return { operation: { kind: kinds[type as keyof typeof kinds], id, at, provider, redirect } }
}

/**
 * Paused polls keep their time, so that a link that flaps does not put them off for ever. A clock that was set back
 * does not either.
 */
export const schedulePoll = ({ context, event }: Args): Change => {
  const next = timeOf(event) + context.settings.refetchIntervalMs
  return { pollDueAt: Math.min(context.pollDueAt ?? next, next) }
}

/** The next poll stays on a fixed grid, which is left only when more than an interval was missed. */
export function advancePoll({ context, event }: Args): Change {
  const interval = context.settings.refetchIntervalMs
  const onGrid = (context.pollDueAt ?? 0) + interval
  const at = timeOf(event)
  return { pollDueAt: onGrid > at ? onGrid : at + interval }
}
