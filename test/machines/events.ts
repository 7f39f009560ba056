import type {
  FoundProvider,
  PostReply,
  RedirectPolicy,
  RefetchTrigger,
  SessionAnswer,
  SessionData,
  SessionEvent,
  SessionSettings,
  SignInOutcome,
  SignOutOutcome,
} from 'sessionchart/machines'
import { sessionEvents } from 'sessionchart/testing'
import { type AnyEventObject, type AnyMachineSnapshot, getNextTransitions } from 'xstate'
import { LATER, THEN, userOf } from './fixtures'

// What users, pages and tabs do. It happens a second after the start unless it says otherwise.

export const refetch = (trigger: RefetchTrigger, at = LATER): SessionEvent => ({
  type: 'session.refetch',
  at,
  trigger,
})
export const call = (id: string, at = LATER): SessionEvent => ({
  type: 'session.refetch',
  at,
  trigger: 'call',
  id,
})
export const update = (id: string, at = LATER): SessionEvent => ({ type: 'session.update', at, id })
export const signIn = (id: string, redirect: RedirectPolicy = 'never', at = LATER): SessionEvent => ({
  type: 'session.signIn',
  at,
  id,
  provider: 'credentials',
  redirect,
})
export const signOut = (id: string, redirect: RedirectPolicy = 'never', at = LATER): SessionEvent => ({
  type: 'session.signOut',
  at,
  id,
  redirect,
})
export const leave = (id: string, at = LATER): SessionEvent => ({ type: 'session.leave', at, id })
export const provide = (session: SessionData | null, at = LATER): SessionEvent => ({
  type: 'session.provided',
  at,
  session,
  user: userOf(session),
})
export const configure = (settings: SessionSettings, at = LATER): SessionEvent => ({
  type: 'settings.changed',
  at,
  settings,
})

type Fact = Exclude<
  SessionEvent['type'],
  | `session.${string}`
  | `operation.${string}`
  | 'turn.came'
  | 'settings.changed'
  | 'lane.freed'
  | 'page.leaving'
  | 'tabs.joined'
  | `otherTab.${'began' | 'answered' | 'ended' | 'failed' | 'asked'}`
>
/** A fact that says no more than that it is one, as `network.lost`. */
export const fact = (type: Fact, at = LATER): SessionEvent => ({ type, at })

// What other tabs do, and the turn among them.

/** A tab that is not the one that is tested. Its name comes after that one's. */
export const OTHER_TAB = 'tab 2'
type Facts<T extends SessionEvent['type']> = Partial<Omit<Extract<SessionEvent, { type: T }>, 'type'>>

/** It is this tab's turn, and nothing is written down unless it says otherwise. */
export const turn = (found: Facts<'turn.came'> = {}): SessionEvent =>
  sessionEvents.turn.came({ at: LATER, ...found })
export const joined = (found: Facts<'tabs.joined'> = {}): SessionEvent => ({
  type: 'tabs.joined',
  at: LATER,
  epoch: 0,
  out: 0,
  openSince: null,
  readAt: null,
  mayBeOld: false,
  isReturn: false,
  ...found,
})
export const otherBegan = (epoch: number, at = LATER): SessionEvent => ({
  type: 'otherTab.began',
  at,
  from: OTHER_TAB,
  epoch,
})
export const otherEnded = (epoch: number, facts: Facts<'otherTab.ended'> = {}): SessionEvent => ({
  type: 'otherTab.ended',
  at: LATER,
  from: OTHER_TAB,
  epoch,
  ...facts,
})
export const otherAsked = (at = LATER): SessionEvent => ({ type: 'otherTab.asked', at, from: OTHER_TAB })
/** Another tab was answered. It has asked later than this one unless it says otherwise. */
export const otherAnswered = (
  session: SessionData | null,
  facts: Facts<'otherTab.answered'> = {},
): SessionEvent => ({
  type: 'otherTab.answered',
  at: THEN,
  session,
  user: userOf(session),
  expiresAt: session && Date.parse(String(session.expires)),
  tookMs: 0,
  why: 'read',
  epoch: 0,
  stamp: THEN,
  from: OTHER_TAB,
  ...facts,
})
export const otherFailed = (facts: Facts<'otherTab.failed'> = {}): SessionEvent => ({
  type: 'otherTab.failed',
  at: THEN,
  epoch: 0,
  stamp: THEN,
  from: OTHER_TAB,
  failures: 2,
  pauseMs: 2_000,
  ...facts,
})

// How what a chart waits for ends. Each looks up the effect or timer that is running, and throws if none is.

interface Outputs {
  readSession: SessionAnswer
  updateSession: SessionAnswer
  signIn: SignInOutcome
  signOut: SignOutOutcome
  navigate: undefined
  alarm: { at: number }
  readProviders: FoundProvider
  readCsrfToken: undefined
  postSignIn: PostReply
  postSignOut: PostReply
}

/** A promise that the chart waits for is fulfilled. */
export const ends =
  <Effect extends keyof Outputs>(effect: Effect, output?: Outputs[Effect]) =>
  (snapshot: AnyMachineSnapshot): AnyEventObject => ({
    type: `xstate.done.actor.${idOf(snapshot, effect)}`,
    output,
  })

/** The alarm of a region rings. */
export const rings =
  (region: 'polling' | 'request' | 'lifetime', at: number) =>
  (snapshot: AnyMachineSnapshot): AnyEventObject => ({
    type: `xstate.done.actor.${idOf(snapshot, 'alarm', region)}`,
    output: { at },
  })

/** An effect throws, which it must not. */
export const throws =
  (effect: string, error: unknown, region?: string) =>
  (snapshot: AnyMachineSnapshot): AnyEventObject => ({
    type: `xstate.error.actor.${idOf(snapshot, effect, region)}`,
    error,
  })

/** The named time limit of a state is over. */
export const elapses =
  (delay: string) =>
  (snapshot: AnyMachineSnapshot): AnyEventObject => {
    const timer = getNextTransitions(snapshot).find(({ eventType }) =>
      eventType.startsWith(`xstate.after.${delay}.`),
    )
    if (!timer) throw new Error(`No limit ${delay} runs in ${JSON.stringify(snapshot.value)}.`)
    return { type: timer.eventType }
  }

function idOf(snapshot: AnyMachineSnapshot, effect: string, region?: string): string {
  const invoked = getNextTransitions(snapshot)
    .filter(({ source }) => region === undefined || source.path[0] === region)
    .flatMap(({ source }) => source.invoke)
    .find(({ src, id }) => src === effect && id in snapshot.children)
  if (!invoked) throw new Error(`No ${effect} runs in ${JSON.stringify(snapshot.value)}.`)
  return invoked.id
}
