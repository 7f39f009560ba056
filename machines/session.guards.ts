import { isAfter, saysTheSame } from 'sessionchart/machines/memory'
import { outputOf } from './done-event'
import type { SignInOutcome, SignOutOutcome } from './operation-outcome'
import { obeys, type RefetchTrigger } from './refetch-triggers'
import { CLOCK_SPARE_MS, timeOf } from './session.actions'
import type { SessionAnswer } from './session-answer'
import type { SessionContext } from './session-context'
import type { EventOf, SessionEvent } from './session-events'
import type { Order } from './tab-order'
import { longestWriteMs } from './turn-input'

interface GuardArgs {
  context: SessionContext
  event: SessionEvent
}

/** When a request was sent and answered, and the number of the last write then. */
interface Sent {
  epoch?: number
  sentAt?: number
  at?: number
}

const MOST_READERS = 8

/** By so much another tab may think differently of the server's clock. */
const spareMs = ({ order, tabId }: SessionContext) =>
  order.from === '' || order.from === tabId ? 0 : CLOCK_SPARE_MS

const triggerOf = (event: SessionEvent) => (event as EventOf<'session.refetch'>).trigger
const answerOf = (event: SessionEvent) => event as EventOf<'session.answered'>
const providedBy = (event: SessionEvent) => (event as EventOf<'session.provided'>).session
const outcomeOf = (event: SessionEvent) => outputOf<SignInOutcome | SignOutOutcome>(event)

/** Different users, as far as anybody can tell. */
const isOtherUser = (a: string | null, b: string | null) => a !== null && b !== null && a !== b
const answersSession = ({ event }: GuardArgs) => answerOf(event).session !== null
/** Asking makes sense: the browser is online, or the reason to ask does not care. */
const mayRead = ({ online }: SessionContext, trigger: RefetchTrigger | null) =>
  trigger !== null && (online || obeys(trigger, 'asks offline'))
/** Something is to be asked about that does not wait for the next try. */
const isPressing = (context: SessionContext) =>
  mayRead(context, context.wish) && obeys(context.wish as RefetchTrigger, 'ends back-off')
const mayAsk = ({ context, event }: GuardArgs) => mayRead(context, triggerOf(event))
/** It is not long ago. A clock that was set back proves nothing. */
const isRecent = (then: number | null, { context, event }: GuardArgs) => {
  const age = timeOf(event) - (then ?? Number.NEGATIVE_INFINITY)
  return age >= 0 && age < context.settings.refetchLimitMs
}
/** A read was sent a moment ago for a reason that is limited. */
const isTooSoon = (args: GuardArgs) => isRecent(args.context.limitedAt, args)
const epochOf = (event: SessionEvent) => (event as { epoch: number }).epoch
/** The write that another tab has begun has come to its end when one of that number has. */
const endsWrite = ({ foreignWrite }: SessionContext, epoch: number) =>
  foreignWrite !== null && epoch >= foreignWrite
/** Nobody in any tab was answered after the write of that number, as far as this one knows. */
const isUnansweredWrite = ({ order }: SessionContext, epoch: number) =>
  epoch > order.epoch || (epoch === order.epoch && order.from === '')
/** What another tab says is newer than what this one knows. */
const isNewer = ({ context, event }: GuardArgs) => isAfter(event as unknown as Order, context.order)
/** Nothing that is known is newer than the request that was sent last. */
const isLatest = ({ sent, tabId, order }: SessionContext) => isAfter({ ...sent, from: tabId }, order)
/** Another tab has changed who is signed in since the request was sent, or may have: the tab was frozen. */
const isSuperseded = ({ context, event }: GuardArgs) => {
  const output = outputOf<Sent & { answer?: Sent }>(event)
  const { epoch = 0, sentAt, at } = output.answer ?? output
  const isLate = Number(at) - Number(sentAt) > context.settings.requestTimeoutMs
  return isLate || epoch > context.sent.epoch || !isLatest(context)
}
const isKnown = ({ event }: GuardArgs) => outputOf<SessionAnswer>(event).type !== 'unknown'
/** The server has accepted the sign-in. The read after it may have failed all the same. */
const isAccepted = ({ event }: GuardArgs) => outcomeOf(event).type === 'answered'
const isSignedOut = ({ event }: GuardArgs) => outcomeOf(event).type === 'signed-out'
/** The app shows the same value as before, or what is known already: a render, not news. */
const isRepeated = ({ context, event }: GuardArgs) => {
  const known = context.cause.type === 'unreachable' ? undefined : context.data
  return [context.provided, known].some((before) => saysTheSame(before, providedBy(event)))
}

/** What is shown was answered. That a session has ended is this tab's own finding, which it tells nobody. */
const showsAnswer = ({ cause, order }: SessionContext) => cause.type !== 'expired' && order.from !== ''

const pausesWhenOffline = ({ context }: GuardArgs) => !context.settings.refetchWhenOffline

export const sessionGuards = {
  isSignedInSeed: ({ context }: GuardArgs) => Boolean(context.data),
  isUnreachableSeed: ({ context }: GuardArgs) => context.cause.type === 'unreachable',
  isSignedOutSeed: ({ context }: GuardArgs) => context.data === null,

  answersSession,
  answersNobody: (args: GuardArgs) => !answersSession(args),
  /** Another user, or whoever has just signed in with something else to show. */
  answersOtherUser: (args: GuardArgs) => {
    const { session, user, trigger } = answerOf(args.event)
    const isNews = trigger === 'sign-in' && !saysTheSame(args.context.data ?? null, session)
    return session !== null && (isNews || isOtherUser(args.context.user, user))
  },
  answersSignIn: (args: GuardArgs) => answersSession(args) && answerOf(args.event).trigger === 'sign-in',
  answersSignOut: ({ event }: GuardArgs) => answerOf(event).trigger === 'sign-out',
  isKnown,
  isOutOfDate: (args: GuardArgs) => isKnown(args) && isSuperseded(args),
  isOwnAnswer: ({ event }: GuardArgs) => !answerOf(event).adopted && answerOf(event).trigger !== 'app',
  isAdopted: ({ event }: GuardArgs) => Boolean(answerOf(event).adopted),
  isOwnFailure: ({ event }: GuardArgs) => !answerOf(event).adopted,
  /** Nobody has asked for the request that has failed: every tab would have sent it. */
  isOwnAutomaticFailure: ({ context, event }: GuardArgs) =>
    !answerOf(event).adopted && context.trigger !== 'call' && context.trigger !== 'update',
  isNewer,
  isNewerChange: (args: GuardArgs) =>
    isNewer(args) && (args.event as EventOf<'otherTab.answered'>).why.startsWith('sign-'),
  /** It is of before a write that has begun since, of which nothing more is known. */
  isOvertakenAnswer: ({ context: { order }, event }: GuardArgs) =>
    order.from === '' && epochOf(event) < order.epoch,
  /** Its number may have been read where it is written down, before its message came. */
  isNewerWrite: ({ context, event }: GuardArgs) => isUnansweredWrite(context, epochOf(event)),
  /**
   * A tab has not heard of the last write, which is over. Or this one hears it so late that what it shows may be older:
   * where a clock was set back, and nothing can be written down, the numbers do not tell.
   */
  isOlderWrite: ({ context, event }: GuardArgs) =>
    epochOf(event) < context.order.epoch && context.order.from !== '',
  /** It is that of the last write that this tab has heard of, or of a later one. */
  endsLastWrite: ({ context, event }: GuardArgs) => epochOf(event) >= context.order.epoch,
  /** This tab has heard neither of its beginning nor what has come of it. */
  isUnheardWrite: ({ context, event }: GuardArgs) => epochOf(event) > context.order.epoch,
  /**
   * Another tab may be in the middle of a write, of which this one has not heard, or may have died in it. No write lasts
   * longer than its requests may.
   */
  findsOpenWrite: ({ context, event }: GuardArgs) => {
    const { type, at, epoch, openSince } = event as EventOf<'turn.came' | 'tabs.joined'>
    // It has waited for the end of that write, or for its tab to be dead.
    if (type === 'turn.came' && context.trigger === 'other-tab-silent') return false
    return openSince !== null && at - openSince < longestWriteMs(context) && isUnansweredWrite(context, epoch)
  },
  endsForeignWrite: ({ context, event }: GuardArgs) => endsWrite(context, epochOf(event)),
  otherTabWrites: ({ context }: GuardArgs) => context.foreignWrite !== null,
  /** This tab was the last to be answered, a moment ago. */
  hasNewAnswer: (args: GuardArgs) =>
    showsAnswer(args.context) &&
    args.context.order.from === args.context.tabId &&
    isRecent(args.context.answeredAt, args),
  /** A tab was answered a moment ago: it may still be there to say what. */
  mayBeTold: (args: GuardArgs) => {
    const { trigger } = args.context
    const { readAt } = args.event as EventOf<'turn.came'>
    return obeys(trigger as RefetchTrigger, 'asks tabs first') && isRecent(readAt, args)
  },
  /** Nobody in this tab has asked for the read: the answer of another tab does as well. */
  isContent: ({ context, event }: GuardArgs) =>
    Boolean(answerOf(event).adopted) &&
    context.readers.length === 0 &&
    !obeys(context.trigger as RefetchTrigger, 'asks itself'),
  /** The page is where a tab has come back to that had left to sign in. */
  isReturn: ({ event }: GuardArgs) => (event as EventOf<'tabs.joined'>).isReturn,
  /** What the page has brought was made before the last write of a tab, or may have been, and nothing is known but that. */
  isOldPage: ({ context: { cause, answeredAt }, event }: GuardArgs) =>
    cause.type === 'seeded' && answeredAt === null && (event as EventOf<'tabs.joined'>).mayBeOld,
  /** Another tab was answered, or has changed who is signed in, while this client did not run, or could not hear it. */
  isBehind: ({ context: { answeredAt, order, highest }, event }: GuardArgs) => {
    const { epoch, readAt } = event as EventOf<'tabs.joined'>
    const stamp = readAt ?? 0
    // It shows what its page has brought. It knows no number before it hears the others for the first time.
    if (answeredAt === null) return highest > 0 && Math.max(epoch, stamp) > highest
    return epoch > order.epoch || order.from === '' || stamp > order.stamp
  },
  /** A tab has signed out since what is shown was answered. */
  missedSignOut: ({ context: { data, dataEpoch }, event }: GuardArgs) =>
    Boolean(data) && (event as EventOf<'tabs.joined'>).out > dataEpoch,
  /** The browser was sent elsewhere by a sign-out, which has worked and is the last that is known. */
  hasSignedOut: ({ context }: GuardArgs) => context.operation?.kind === 'sign-out' && isLatest(context),

  mayAsk,
  /** It is asked about when the network is back. What only wants a new answer comes again with that. */
  waitsForNetwork: (args: GuardArgs) => !mayAsk(args) && !obeys(triggerOf(args.event), 'takes a new answer'),
  interrupts: (args: GuardArgs) => obeys(triggerOf(args.event), 'interrupts') && mayAsk(args),
  needsNewerAnswer: (args: GuardArgs) => obeys(triggerOf(args.event), 'needs a newer answer') && mayAsk(args),
  /** So many calls have each begun the read anew that the first of them has waited long enough. */
  wouldStarve: ({ context, event }: GuardArgs) =>
    context.readers.length >= MOST_READERS && (event as EventOf<'session.refetch'>).id !== undefined,
  comesTooSoon: (args: GuardArgs) =>
    obeys(triggerOf(args.event), 'is limited') && mayAsk(args) && isTooSoon(args),
  endsBackOff: (args: GuardArgs) => obeys(triggerOf(args.event), 'ends back-off') && mayAsk(args),

  isAnsweredAlready: (args: GuardArgs) =>
    obeys(triggerOf(args.event), 'takes a new answer') && isRecent(args.context.answeredAt, args),

  hasUpdates: ({ context }: GuardArgs) => context.updates.length > 0,
  hasReaders: ({ context }: GuardArgs) => context.readers.length > 0,
  hasWish: ({ context }: GuardArgs) => mayRead(context, context.wish),
  hasEarlyWish: (args: GuardArgs) => {
    const { wish } = args.context
    return wish !== null && obeys(wish, 'is limited') && isTooSoon(args)
  },
  /** The last request has failed, and nothing is to be asked about that would not wait for the next try. */
  backsOff: ({ context }: GuardArgs) => context.failure !== null && !isPressing(context),
  hasPressingWish: ({ context }: GuardArgs) => isPressing(context),
  isOffline: ({ context }: GuardArgs) => !context.online,

  isAccepted,
  isOutOfDateSignIn: (args: GuardArgs) => isAccepted(args) && isSuperseded(args),
  isRedirect: ({ event }: GuardArgs) => outcomeOf(event).type === 'redirect',
  isSignedOut,
  isOutOfDateSignOut: (args: GuardArgs) => isSignedOut(args) && isSuperseded(args),

  ignoresProp: (args: GuardArgs) => args.context.settings.ignoresPropChanges || isRepeated(args),
  /**
   * The value is older than what we hold: it was seen before the last sign-in or sign-out (a cached page shown
   * again), or it is the same user's session with an earlier end.
   */
  isOutdated: ({ context, event }: GuardArgs) => {
    const { session, user } = event as EventOf<'session.provided'>
    const endsEarlier =
      session !== null &&
      user !== null &&
      user === context.user &&
      Date.parse(String(session.expires)) - context.clockOffsetMs <
        (context.expiresAt ?? 0) - spareMs(context)
    return endsEarlier || context.outdated.some((seen) => saysTheSame(seen, session))
  },

  hasNoDeadline: ({ context }: GuardArgs) => context.expiresAt === null,
  isWarnedLater: ({ context, event }: GuardArgs) =>
    (context.expiresAt ?? 0) - context.settings.expiryWarningMs > timeOf(event),
  /** Nobody can be asked, or nobody is to be asked. */
  endsUnasked: ({ context }: GuardArgs) => !context.online || !context.settings.asksAtExpiry,

  changesRefetchKey: ({ context, event }: GuardArgs) =>
    (event as EventOf<'settings.changed'>).settings.refetchKey !== context.settings.refetchKey,
  isPollingOff: ({ context }: GuardArgs) => context.settings.refetchIntervalMs === 0 || !context.data,
  pausesWhenOffline,
  pausesPolling: (args: GuardArgs) => !args.context.online && pausesWhenOffline(args),
  refetchesOnFocus: ({ context }: GuardArgs) => context.settings.refetchOnWindowFocus,
}
