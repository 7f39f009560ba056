import type {
  ClockBounds,
  FoundProvider,
  PostReply,
  SessionAnswer,
  SessionCause,
  SessionContext,
  SessionEmitted,
  SessionEvent,
  SessionFailure,
  SessionInput,
  SessionSettings,
  SignInInput,
  SignInOutcome,
  SignOutOutcome,
} from 'sessionchart/machines'
import type { TurnInput } from 'sessionchart/machines/session'

/** What becomes of the value of a property. */
export type Rule =
  /** A number, a flag or a word of the charts passes. */
  | 'plain'
  /** An object, or a list of them, of which each property is looked at by its own rule. */
  | 'parts'
  | 'session'
  | 'sessions'
  | 'user'
  | 'refetchKey'
  | 'provider'
  /** The name of a call or of an actor. */
  | 'id'
  | 'ids'
  | 'tab'
  /** Whatever was thrown. */
  | 'thrown'
  /** For people: never passes. */
  | 'text'

type KeyIn<T> = T extends unknown ? keyof T : never

type ChartKey = KeyIn<
  | SessionContext
  | SessionContext['order']
  | SessionInput
  | SessionSettings
  | SessionEvent
  | SessionEmitted
  | SessionCause
  | SessionFailure
  | SessionAnswer
  | SignInInput
  | SignInOutcome
  | SignOutOutcome
  | FoundProvider
  | PostReply
  | ClockBounds
  | TurnInput
  | NonNullable<TurnInput['write']>
  | NonNullable<SessionContext['operation']>
>
/** What XState's own events and actions are made of, and the effects' inputs. */
type OtherKey = 'input' | 'output' | 'actorId' | 'event' | 'params' | 'delay' | 'src' | 'dueAt' | 'withinMs'
/** What the contexts of the sign-in and sign-out charts have besides their input. */
type FlowKey = 'attempts' | 'outcome'
/** What messages of other tabs have, and the ledger, that no chart looks at. */
type TabKey = 'v' | 'kind' | 'leaving'

/**
 * Every property that may be known, by its name, which means the same wherever it stands. A new one in a chart is an
 * error of types here: somebody has to say what becomes of it.
 */
const rules: Record<ChartKey | OtherKey | FlowKey | TabKey, Rule> = {
  actorId: 'id',
  adopted: 'parts',
  answer: 'parts',
  answeredAt: 'plain',
  asksAtExpiry: 'plain',
  at: 'plain',
  attempts: 'plain',
  because: 'plain',
  cause: 'parts',
  clock: 'parts',
  clockOffsetMs: 'plain',
  code: 'plain',
  data: 'session',
  delay: 'plain',
  doubt: 'parts',
  dueAt: 'plain',
  effect: 'plain',
  epoch: 'plain',
  error: 'thrown',
  event: 'parts',
  expiresAt: 'plain',
  expiryWarningMs: 'plain',
  dataEpoch: 'plain',
  failure: 'parts',
  failures: 'plain',
  foreignWrite: 'plain',
  from: 'tab',
  highest: 'plain',
  httpStatus: 'plain',
  id: 'id',
  ids: 'ids',
  ignoresPropChanges: 'plain',
  input: 'parts',
  isFirst: 'plain',
  jitter: 'plain',
  kind: 'plain',
  later: 'ids',
  leaving: 'plain',
  limitedAt: 'plain',
  max: 'plain',
  mayBeOld: 'plain',
  isReturn: 'plain',
  memory: 'parts',
  message: 'text',
  min: 'plain',
  online: 'plain',
  op: 'plain',
  openSince: 'plain',
  operation: 'parts',
  order: 'parts',
  out: 'plain',
  outcome: 'parts',
  outdated: 'sessions',
  output: 'parts',
  params: 'parts',
  patienceMs: 'plain',
  pauseMs: 'plain',
  pollDueAt: 'plain',
  provided: 'session',
  provider: 'provider',
  readAt: 'plain',
  readers: 'ids',
  redirect: 'plain',
  refetchIntervalMs: 'plain',
  refetchKey: 'refetchKey',
  refetchLimitMs: 'plain',
  refetchOnWindowFocus: 'plain',
  refetchWhenOffline: 'plain',
  requestTimeoutMs: 'plain',
  retryAfterMs: 'plain',
  retryAt: 'plain',
  seen: 'sessions',
  sent: 'parts',
  sentAt: 'plain',
  session: 'session',
  settings: 'parts',
  src: 'plain',
  stamp: 'plain',
  status: 'plain',
  tabId: 'tab',
  tookMs: 'plain',
  trigger: 'plain',
  type: 'plain',
  writePatienceMs: 'plain',
  updates: 'ids',
  url: 'text',
  user: 'user',
  v: 'plain',
  why: 'plain',
  wish: 'plain',
  wishAt: 'plain',
  withinMs: 'plain',
  write: 'parts',
}

/** The rule for a property of that name; `undefined` for a name that is not known, which can be personal itself. */
export const ruleFor = (key: string): Rule | undefined =>
  Object.hasOwn(rules, key) ? rules[key as keyof typeof rules] : undefined
