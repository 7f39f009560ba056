import { outputOf } from './done-event'
import type { SignInOutcome, SignOutOutcome } from './operation-outcome'
import { refetchTriggers } from './refetch-triggers'
import type { SessionAnswer } from './session-answer'
import type { SessionContext } from './session-context'
import type { EventOf, SessionEvent } from './session-events'
import { saysTheSame } from './structural-sharing'

interface GuardArgs {
  context: SessionContext
  event: SessionEvent
}

const ruleOf = (event: SessionEvent) => refetchTriggers[(event as EventOf<'session.refetch'>).trigger]
const answerOf = (event: SessionEvent) => event as EventOf<'session.answered'>
const providedBy = (event: SessionEvent) => (event as EventOf<'session.provided'>).session
const outcomeOf = (event: SessionEvent) => outputOf<SignInOutcome | SignOutOutcome>(event)

/** The same user, as far as anybody can tell. */
const isOtherUser = (a: string | null, b: string | null) => a !== null && b !== null && a !== b

export const isSignedInSeed = ({ context }: GuardArgs) => Boolean(context.data)
export const isUnreachableSeed = ({ context }: GuardArgs) => context.cause.type === 'unreachable'
export const isSignedOutSeed = ({ context }: GuardArgs) => context.data === null

export const answersSession = ({ event }: GuardArgs) => answerOf(event).session !== null
export const answersNobody = ({ event }: GuardArgs) => answerOf(event).session === null
export const answersOtherUser = ({ context, event }: GuardArgs) =>
  answersSession({ context, event }) && isOtherUser(context.user, answerOf(event).user)

/** Asking makes sense: the browser is online, or the reason to ask does not care. */
export const mayAsk = ({ context, event }: GuardArgs) => context.online || ruleOf(event).asksOffline
export const interrupts = ({ context, event }: GuardArgs) =>
  ruleOf(event).interrupts && mayAsk({ context, event })
export const endsBackOff = ({ context, event }: GuardArgs) =>
  ruleOf(event).endsBackOff && mayAsk({ context, event })
export const isCall = ({ event }: GuardArgs) => (event as EventOf<'session.refetch'>).id !== undefined

export const hasUpdates = ({ context }: GuardArgs) => context.updates.length > 0
export const hasReaders = ({ context }: GuardArgs) => context.readers.length > 0
export const hasFailed = ({ context }: GuardArgs) => context.failure !== null
export const hasFailedOffline = ({ context }: GuardArgs) => context.failure !== null && !context.online
export const isKnown = ({ event }: GuardArgs) => outputOf<SessionAnswer>(event).type !== 'unknown'

export const isAnswered = ({ event }: GuardArgs) => {
  const outcome = outcomeOf(event)
  return outcome.type === 'answered' && outcome.answer.type !== 'unknown'
}
export const isAcceptedOnly = ({ event }: GuardArgs) => outcomeOf(event).type === 'answered'
export const isRedirect = ({ event }: GuardArgs) => outcomeOf(event).type === 'redirect'
export const isErrorPage = ({ event }: GuardArgs) => {
  const outcome = outcomeOf(event)
  return outcome.type === 'redirect' && outcome.because === 'failure'
}
/** The caller wants the browser to leave the page, which it is doing. */
export const redirects = ({ event }: GuardArgs) => (event as EventOf<'session.signOut'>).redirect === 'always'
export const isSignedOut = ({ event }: GuardArgs) => outcomeOf(event).type === 'signed-out'

/** The app shows the same value as before: a render, not news. */
export const isRepeated = ({ context, event }: GuardArgs) =>
  context.provided !== undefined && saysTheSame(context.provided, providedBy(event))

/**
 * The value is older than what we hold: it was seen before the last sign-in or sign-out (a cached page shown
 * again), or it is the same user's session with an earlier end.
 */
export const isOutdated = ({ context, event }: GuardArgs) => {
  const { session, user } = event as EventOf<'session.provided'>
  const endsEarlier =
    session !== null &&
    user !== null &&
    user === context.user &&
    Date.parse(String(session.expires)) < (context.expiresAt ?? 0)
  return endsEarlier || context.outdated.some((seen) => saysTheSame(seen, session))
}
export const ignoresProp = ({ context, event }: GuardArgs) =>
  context.settings.ignoresPropChanges || isRepeated({ context, event })

export const isPollingOff = ({ context }: GuardArgs) =>
  context.settings.refetchIntervalMs === 0 || !context.data
export const pausesPolling = ({ context }: GuardArgs) =>
  !context.online && !context.settings.refetchWhenOffline
export const pausesWhenOffline = ({ context }: GuardArgs) => !context.settings.refetchWhenOffline
export const refetchesOnFocus = ({ context }: GuardArgs) => context.settings.refetchOnWindowFocus

export const startsOnline = ({ context }: GuardArgs) => context.online
export const startsVisible = ({ context }: GuardArgs) => context.visible
