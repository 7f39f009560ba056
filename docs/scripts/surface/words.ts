import type {
  AnswerTrigger,
  SessionCause,
  SessionEmitted,
  SessionErrorCode,
  SessionTag,
} from 'sessionchart/machines'

/** Words that exist as types alone. The compiler sees that none is missing and none too many. */
const list = <Word extends string>(words: Record<Word, true>) => Object.keys(words).sort()

export const causes = list<SessionCause['type']>({
  expired: true,
  prop: true,
  seeded: true,
  server: true,
  'signed-in': true,
  'signed-in-in-other-tab': true,
  'signed-out': true,
  'signed-out-in-other-tab': true,
  starting: true,
  unreachable: true,
  'user-changed': true,
})

/** What a cause says of why the server was asked. */
export const triggers = list<AnswerTrigger>({
  app: true,
  call: true,
  conflict: true,
  expiry: true,
  focus: true,
  mount: true,
  navigation: true,
  'other-tab': true,
  'other-tab-sign-out': true,
  'other-tab-silent': true,
  poll: true,
  prop: true,
  reconnect: true,
  restored: true,
  retry: true,
  'sign-in': true,
  'sign-out': true,
  stayed: true,
  update: true,
})

export const errorCodes = list<SessionErrorCode>({
  busy: true,
  credentials: true,
  csrf: true,
  http: true,
  network: true,
  parse: true,
  providers: true,
  redirect: true,
  timeout: true,
})

export const tags = list<SessionTag>({
  authenticated: true,
  doubted: true,
  expiring: true,
  fetching: true,
  leaving: true,
  loading: true,
  'signed-out': true,
  'signing-in': true,
  'signing-out': true,
  unauthenticated: true,
  updating: true,
})

/** What the session chart emits to the client that runs it. */
export const emitted = list<SessionEmitted['type']>({
  changed: true,
  failed: true,
  faulted: true,
  settled: true,
})
