import {
  type FoundProvider,
  type PostReply,
  refetchTriggers,
  type SessionAnswer,
  type SessionCause,
  type SessionContext,
  type SessionEmitted,
  type SessionErrorCode,
  type SessionEvent,
  type SessionTag,
  type SignInOutcome,
  type SignOutOutcome,
  sessionMachine,
  signInMachine,
  signOutMachine,
} from 'sessionchart/machines'
import type { TurnInput } from 'sessionchart/machines/session'
import type { AnyStateMachine, AnyStateNode } from 'xstate'

/** What stands where something was replaced. */
export const REDACTED = '[redacted]'

/** The charts whose words are known. */
export const charts: readonly AnyStateMachine[] = [sessionMachine, signInMachine, signOutMachine]

type Operation = NonNullable<SessionContext['operation']>

/** What the charts say beyond the names in them. The type sees that none is missing. */
type Word =
  | SessionCause['type']
  | SessionErrorCode
  | SessionTag
  | SessionAnswer['type']
  | SessionEmitted['type']
  | SignInOutcome['type']
  | Extract<SignInOutcome, { because: unknown }>['because']
  | SignOutOutcome['type']
  | FoundProvider['type']
  | PostReply['type']
  | Extract<SessionEvent, { why: unknown }>['why']
  | Operation['kind' | 'redirect']
  | NonNullable<TurnInput['write']>['op']
  | 'app'
  // What messages of other tabs are called.
  | 'asked'
  | 'began'
  | 'ended'

const words: Record<Word, true> = {
  accepted: true,
  always: true,
  answer: true,
  answered: true,
  app: true,
  asked: true,
  authenticated: true,
  began: true,
  busy: true,
  changed: true,
  credentials: true,
  csrf: true,
  'csrf-rejected': true,
  doubted: true,
  ended: true,
  expired: true,
  expiring: true,
  failed: true,
  failure: true,
  faulted: true,
  fetching: true,
  found: true,
  http: true,
  leave: true,
  leaving: true,
  loading: true,
  network: true,
  never: true,
  oauth: true,
  parse: true,
  prop: true,
  providers: true,
  read: true,
  redirect: true,
  refused: true,
  seeded: true,
  server: true,
  settled: true,
  'sign-in': true,
  'sign-out': true,
  'signed-in': true,
  'signed-in-in-other-tab': true,
  'signed-out': true,
  'signed-out-in-other-tab': true,
  'signing-in': true,
  'signing-out': true,
  starting: true,
  stranded: true,
  timeout: true,
  unauthenticated: true,
  unknown: true,
  unreachable: true,
  unsupported: true,
  update: true,
  updating: true,
  'user-changed': true,
}

/** What Auth.js calls the kinds of its providers. */
const PROVIDER_KINDS = ['credentials', 'email', 'oauth', 'oidc', 'webauthn']

const XSTATE_WORDS = [
  ...['active', 'done', 'error', 'stopped'],
  ...['assign', 'cancel', 'emit', 'raise', 'sendTo', 'spawnChild', 'stopChild'].map(
    (name) => `xstate.${name}`,
  ),
  ...['init', 'stop', 'promise.resolve', 'promise.reject'].map((name) => `xstate.${name}`),
]

const namesIn = ({ implementations }: AnyStateMachine) =>
  Object.values(implementations).flatMap((named) => Object.keys(named))

function wordsOf(node: AnyStateNode): string[] {
  const invoked = node.invoke.flatMap(({ id }) => [
    id,
    ...['done.actor', 'error.actor', 'snapshot'].map((what) => `xstate.${what}.${id}`),
  ])
  const own = [node.key, node.id, `xstate.done.state.${node.id}`, ...node.tags, ...node.ownEvents]
  return [...own, ...invoked, ...Object.values(node.states).flatMap(wordsOf)]
}

const collect = () =>
  new Set<string>([
    REDACTED,
    ...Object.keys(words),
    ...Object.keys(refetchTriggers),
    ...PROVIDER_KINDS,
    ...XSTATE_WORDS,
    ...charts.flatMap((chart) => [...namesIn(chart), ...wordsOf(chart.root)]),
  ])

// Collected when the first is asked for: an app that loads this may never ask.
let vocabulary: ReadonlySet<string> | undefined

/** Whether it is a word of the charts or of XState itself, which says nothing of anybody. */
export function isWord(text: string): boolean {
  vocabulary ??= collect()
  return vocabulary.has(text)
}
