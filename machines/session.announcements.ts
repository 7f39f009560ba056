import { failureOf } from 'sessionchart/machines/memory'
import { errorOf, outputOf } from './done-event'
import type { SignInOutcome } from './operation-outcome'
import type { RefetchTrigger } from './refetch-triggers'
import { timeOf } from './session.actions'
import type { SessionAnswer } from './session-answer'
import type { AnswerTrigger } from './session-cause'
import type { SessionContext } from './session-context'
import type { EventOf, SessionEmitted, SessionEvent } from './session-events'
import type { SessionFailure } from './session-failure'

interface Args {
  context: SessionContext
  event: SessionEvent
}
type Answered = EventOf<'session.answered'>
type Failed = EventOf<'session.failed'>
type Settled = Extract<SessionEmitted, { type: 'settled' }>

/** How long the server is asked whether a session goes on that has ended. Meanwhile it is shown. */
export const CONFIRM_MS = 4_000
/**
 * When to ask that. A second after the end, so that the server agrees, and by as much later as the answer was under way:
 * browsers count the life of a cookie from when it comes, and a server that still sees it prolongs the session.
 */
export const confirmsAt = ({ expiresAt, tookMs }: SessionContext): number =>
  (expiresAt as number) + 1_000 + tookMs

const BUSY: SessionFailure = { code: 'busy', message: 'Another sign-in or sign-out is running.' }
const ELSEWHERE: SessionFailure = { code: 'network', message: 'Another tab could not read the session.' }

/** What an answer is to every region: known, or failed. */
const factOf = (answer: SessionAnswer, trigger: AnswerTrigger): Answered | Failed =>
  answer.type === 'unknown'
    ? { ...answer, type: 'session.failed' }
    : { session: null, user: null, ...answer, type: 'session.answered', trigger }

// What a region tells the others.

export const laneFreed = ({ event }: Args): EventOf<'lane.freed'> => ({
  type: 'lane.freed',
  at: timeOf(event),
})
export const operationBegan = ({ event }: Args): EventOf<'operation.began'> => ({
  type: 'operation.began',
  at: timeOf(event),
})
/** Most outcomes carry no time. That of a sign-in that was accepted is in its answer. */
export const operationEnded = ({ context, event }: Args): EventOf<'operation.ended'> => {
  const { answer } = outputOf<{ answer?: SessionAnswer } | undefined>(event) ?? {}
  return { type: 'operation.ended', at: answer?.at || timeOf(event) || (context.operation?.at ?? 0) }
}
export const answered = ({ context, event }: Args) => factOf(outputOf(event), context.trigger)
/** An effect threw that returns its failures: a fault of ours, which carries no time. */
export const readFaulted = ({ context, event }: Args): Failed => ({
  type: 'session.failed',
  at: context.cause.at,
  failure: failureOf(errorOf(event)),
  jitter: 0,
})
export const signInAnswered = ({ event }: Args) =>
  factOf(outputOf<Extract<SignInOutcome, { type: 'answered' }>>(event).answer, 'sign-in')
export const signOutAnswered = ({ event }: Args) => factOf(outputOf(event), 'sign-out')
/** What a sign-out has changed, which the page that it was to lead away from has not shown. */
export const signOutKept = ({ event }: Args): Answered => ({
  type: 'session.answered',
  at: timeOf(event),
  trigger: 'sign-out',
  session: null,
  user: null,
})
export const propAnswered = ({ event }: Args): Answered => ({
  ...(event as EventOf<'session.provided'>),
  type: 'session.answered',
  trigger: 'app',
})
/** What another tab was answered is an answer to this one. */
export const answerAdopted = ({ event }: Args): Answered => {
  const { at, why, session, user, expiresAt, tookMs, ...rest } = event as EventOf<'otherTab.answered'>
  const order = { epoch: rest.epoch, stamp: rest.stamp, from: rest.from }
  const trigger = why === 'sign-out' ? 'other-tab-sign-out' : 'other-tab'
  const adopted = { order, expiresAt, tookMs }
  return { type: 'session.answered', at, trigger, session, user, adopted }
}
export const failureAdopted = ({ event }: Args): Failed => {
  const { at, failures, pauseMs } = event as EventOf<'otherTab.failed'>
  return { type: 'session.failed', at, failure: ELSEWHERE, jitter: 0, adopted: { failures, pauseMs } }
}
/** A tab has signed out while this one could hear nothing. */
export const signOutMissed = ({ event }: Args): Answered => {
  const { at, epoch } = event as EventOf<'tabs.joined'>
  const adopted = { order: { epoch, stamp: 0, from: '' }, expiresAt: null, tookMs: 0 }
  return { type: 'session.answered', at, trigger: 'other-tab-sign-out', session: null, user: null, adopted }
}
/** Nobody watches the network any more: it is taken to be there. */
export const networkRestored = ({ context }: Args): EventOf<'network.restored'> => ({
  type: 'network.restored',
  at: context.cause.at,
})
export const ended = ({ context, event }: Args): EventOf<'session.ended'> => ({
  type: 'session.ended',
  // The limit of an answer that did not come carries no time.
  at: timeOf(event) || confirmsAt(context) + CONFIRM_MS,
})
/** What has happened is a reason to read. */
export const refetchWanted = (
  { event }: Args,
  { trigger }: { trigger: RefetchTrigger },
): EventOf<'session.refetch'> => ({ type: 'session.refetch', trigger, at: timeOf(event) })
/** The page that was to be left is still here. What a sign-out has changed is not shown yet. */
export const refetchAfterLeaving = ({ context }: Args): EventOf<'session.refetch'> => ({
  type: 'session.refetch',
  trigger: 'stayed',
  at: context.operation?.at ?? 0,
})

/** What another tab was in the middle of is over, or must be. That it has taken long enough carries no time. */
export const refetchAfterDoubt = ({ context, event }: Args): EventOf<'session.refetch'> => ({
  type: 'session.refetch',
  trigger: 'other-tab-silent',
  at: timeOf(event) || context.cause.at,
})

// What the chart tells the client that runs it.

const settled = (ids: string[], failure: SessionFailure | null = null): Settled => ({
  type: 'settled',
  ids,
  failure,
})
const failureIn = (event: SessionEvent) =>
  'error' in event
    ? failureOf(errorOf(event))
    : (outputOf<{ failure?: SessionFailure } | undefined>(event)?.failure ?? null)

export const readersSettled = ({ context, event }: Args) => settled(context.readers, failureIn(event))
export const updateSettled = ({ context, event }: Args) =>
  settled(context.updates.slice(0, 1), failureIn(event))
export const operationSettled = ({ context, event }: Args) =>
  settled([context.operation?.id ?? ''], failureIn(event))
export const callSettled = ({ event }: Args) => settled([(event as EventOf<'session.signOut'>).id])
export const callRefused = ({ event }: Args) => settled([(event as EventOf<'session.signOut'>).id], BUSY)
export const changed = ({ context }: Args): Extract<SessionEmitted, { type: 'changed' }> => ({
  type: 'changed',
  session: context.data ?? null,
  cause: context.cause,
})
export const failed = ({ context, event }: Args): Extract<SessionEmitted, { type: 'failed' }> => ({
  type: 'failed',
  isFirst: context.failures === 1,
  failure: (event as Failed).failure,
})
export const faulted = ({ event }: Args): Extract<SessionEmitted, { type: 'faulted' }> => ({
  type: 'faulted',
  effect: (event.type as string).replace('xstate.error.actor.', ''),
  error: errorOf(event),
})
