import { seedMemory } from 'sessionchart/machines'
import { proceed } from '../chart'
import { ends, fact, otherAnswered, provide, rings, signIn, signOut } from '../events'
import {
  ANN,
  ann,
  annLonger,
  annOlder,
  annRenamed,
  BOB,
  bob,
  dead,
  END,
  LATER,
  NOW,
  settings,
  signedIn,
  signedOut,
  start,
  THEN,
  unknown,
} from '../fixtures'
import { idle, idleOffline, loading, reading, signedOutIdle, unreachable, waiting } from '../situations'
import type { Table } from '../table'

const DAY = 24 * 60 * 60 * 1_000
const cause = { type: 'prop', at: LATER }
const nobody = { data: null, user: null, expiresAt: null }
const asks = { starts: [['readSession', { trigger: 'prop' }] as [string, unknown]] }
const ignoring = { ...settings, ignoresPropChanges: true }

const signedOutAgain = proceed(idle, signOut('s1'), ends('signOut', { type: 'signed-out', at: THEN }))
const annPromoted = { ...ann, role: 'admin' }
/** A read has found what the app has not shown yet. */
const renamedByRead = proceed(reading, ends('readSession', signedIn(annRenamed)))
const foundByRead = proceed(loading, ends('readSession', signedIn()))
const answeredByClockBehind = proceed(
  reading,
  ends('readSession', { ...signedIn(), clock: { min: -2 * DAY, max: -2 * DAY } }),
)
const answeredElsewhere = proceed(idle, otherAnswered(ann))
/** Nobody had provided Ann's session before she signed out; then somebody does. */
const annAgain = proceed(
  foundByRead,
  signOut('s1'),
  ends('signOut', { type: 'signed-out', at: THEN }),
  provide(ann),
)
/** Ann has signed out, Bob has signed in. */
const bobAfterAnn = proceed(
  signedOutAgain,
  signIn('s2'),
  ends('signIn', { type: 'answered', answer: signedIn(bob) }),
)

/** The `session` prop changes. */
export const providedRows: Table = {
  'shows a session to who was signed out, and reads once': {
    given: signedOutIdle,
    when: provide(ann),
    goes: { status: 'authenticated', request: { reading: 'asking' } },
    notes: { data: ann, user: ANN, expiresAt: END, provided: ann, cause, trigger: 'prop' },
    emits: [{ type: 'changed', session: ann, cause }],
    ...asks,
    raises: ['session.answered', 'session.refetch'],
  },
  'signs out, and reads once': {
    given: idle,
    when: provide(null),
    goes: { status: { unauthenticated: 'known' }, request: { reading: 'asking' } },
    notes: { ...nobody, provided: null, cause, trigger: 'prop' },
    emits: [{ type: 'changed', session: null, cause }],
    ...asks,
  },
  'says nothing when it says what a sign-out has brought about': {
    given: signedOutAgain,
    when: provide(null),
    notes: { provided: null },
    raises: [],
  },
  'shows another user, and reads once': {
    given: idle,
    when: provide(bob),
    goes: { request: { reading: 'asking' } },
    notes: { data: bob, user: BOB, provided: bob, cause, trigger: 'prop' },
    emits: [{ type: 'changed', session: bob, cause }],
    ...asks,
  },
  'shows changed data of the same user without a report, and reads once': {
    given: idle,
    when: provide(annRenamed),
    goes: { request: { reading: 'asking' } },
    notes: { data: annRenamed, provided: annRenamed, cause, trigger: 'prop' },
    ...asks,
  },
  'is known although the first read has failed, and keeps its failure': {
    given: unreachable,
    when: provide(ann),
    goes: { status: 'authenticated' },
    notes: { data: ann, user: ANN, expiresAt: END, provided: ann, cause, wish: 'prop' },
  },
  'signs out for certain although the first read has failed, and keeps its failure': {
    given: unreachable,
    when: provide(null),
    goes: { status: { unauthenticated: 'known' } },
    notes: { provided: null, cause, wish: 'prop' },
  },
  'says nothing when the server has said the same since, with another end': {
    given: renamedByRead,
    when: provide({ ...annRenamed, expires: annLonger.expires }),
    notes: { provided: { ...annRenamed, expires: annLonger.expires } },
    raises: [],
  },
  'aborts the read that is out, which may be older': {
    given: reading,
    when: provide(bob),
    notes: { data: bob, user: BOB, provided: bob, cause, trigger: 'prop' },
    emits: [{ type: 'changed', session: bob, cause }],
    stops: ['readSession'],
    ...asks,
  },
  'is shown when it ends earlier and nobody can name the user': {
    given: start({ memory: seedMemory(ann, null, NOW) }).snapshot,
    when: { type: 'session.provided', at: LATER, session: { ...annOlder, role: 'admin' }, user: null },
    goes: { request: { reading: 'asking' } },
    notes: {
      ...{ data: { ...annOlder, role: 'admin' }, provided: { ...annOlder, role: 'admin' } },
      ...{ expiresAt: END - DAY, cause, trigger: 'prop' },
    },
    ...asks,
  },
  'is shown and not asked about while offline': {
    given: idleOffline,
    when: provide(null),
    goes: { status: { unauthenticated: 'known' } },
    notes: { ...nobody, provided: null, cause, wish: 'prop' },
    emits: [{ type: 'changed', session: null, cause }],
  },
  'is shown and not asked about before the next try of a failed read, and keeps its failure': {
    given: waiting,
    when: provide(bob),
    notes: { data: bob, user: BOB, provided: bob, cause, wish: 'prop' },
    emits: [{ type: 'changed', session: bob, cause }],
  },

  'says nothing when it is the same value again': {
    given: idle,
    when: provide({ ...ann }),
    raises: [],
  },
  'says nothing when only its end is another one': {
    given: idle,
    when: provide(annLonger),
    notes: { provided: annLonger },
    raises: [],
  },
  'says nothing when it still says that nobody is signed in': {
    given: signedOutIdle,
    when: provide(null),
    raises: [],
  },
  'says nothing when the app wants the old way': {
    given: start({ session: ann, settings: ignoring }).snapshot,
    when: provide(bob),
    notes: { provided: bob },
    raises: [],
  },
  'says nothing when it is the first one and says what is known': {
    given: foundByRead,
    when: provide(annLonger),
    notes: { provided: annLonger },
    raises: [],
  },
  'is a reason to read when the session that it says ends earlier than the same user now has': {
    given: idle,
    when: provide({ ...annRenamed, expires: annOlder.expires }),
    goes: { request: { reading: 'asking' } },
    notes: { provided: { ...annRenamed, expires: annOlder.expires }, trigger: 'prop' },
    ...asks,
    raises: ['session.refetch'],
  },
  'is shown when it ends later by the clock of the server, which is behind that of the device': {
    given: answeredByClockBehind,
    when: provide({ ...annRenamed, expires: annLonger.expires }),
    goes: { request: { reading: 'asking' } },
    notes: {
      ...{ data: { ...annRenamed, expires: annLonger.expires }, expiresAt: END + DAY + 2 * DAY },
      ...{ provided: { ...annRenamed, expires: annLonger.expires }, cause, trigger: 'prop' },
    },
    ...asks,
  },
  'is only a reason to read when it ends earlier by that clock': {
    given: answeredByClockBehind,
    when: provide({ ...annRenamed, expires: annOlder.expires }),
    goes: { request: { reading: 'asking' } },
    notes: { provided: { ...annRenamed, expires: annOlder.expires }, trigger: 'prop' },
    ...asks,
  },
  'is shown when it ends earlier than another tab said by no more than tabs may differ about the clock': {
    given: answeredElsewhere,
    when: provide({ ...annRenamed, expires: new Date(END - 2_000).toISOString() }),
    goes: { request: { reading: 'asking' } },
    notes: {
      ...{
        data: { ...annRenamed, expires: new Date(END - 2_000).toISOString() },
        provided: { ...annRenamed, expires: new Date(END - 2_000).toISOString() },
      },
      ...{ expiresAt: END - 2_000, cause, trigger: 'prop' },
    },
    ...asks,
  },
  'is only a reason to read when it ends earlier than this tab was answered, by however little': {
    given: foundByRead,
    when: provide({ ...annRenamed, expires: new Date(END - 1).toISOString() }),
    goes: { request: { reading: 'asking' } },
    notes: { provided: { ...annRenamed, expires: new Date(END - 1).toISOString() }, trigger: 'prop' },
    ...asks,
  },
  'shows another user whose session ends earlier': {
    given: foundByRead,
    when: provide({ ...bob, expires: annOlder.expires }),
    goes: { request: { reading: 'asking' } },
    notes: {
      data: { ...bob, expires: annOlder.expires },
      user: BOB,
      expiresAt: END - DAY,
      provided: { ...bob, expires: annOlder.expires },
      cause,
      trigger: 'prop',
    },
    emits: [{ type: 'changed', session: { ...bob, expires: annOlder.expires }, cause }],
    ...asks,
  },
  'is nothing when it repeats the session of before a sign-out': {
    given: signedOutAgain,
    when: provide(ann),
    raises: [],
  },
  'is a reason to read when it brings back a session from before a sign-out': {
    given: proceed(foundByRead, signOut('s1'), ends('signOut', { type: 'signed-out', at: THEN })),
    when: provide(ann),
    goes: { request: { reading: 'asking' } },
    notes: { provided: ann, trigger: 'prop' },
    ...asks,
    raises: ['session.refetch'],
  },
  'is a reason to read when it brings back a value that was not the last one before a sign-out': {
    given: proceed(
      idle,
      provide(annRenamed),
      ends('readSession', signedIn(annRenamed)),
      provide(annPromoted),
      ends('readSession', signedIn(annPromoted)),
      signOut('s1'),
      ends('signOut', { type: 'signed-out', at: THEN }),
    ),
    when: provide(annRenamed),
    goes: { request: { reading: 'asking' } },
    notes: { provided: annRenamed, trigger: 'prop' },
    ...asks,
    raises: ['session.refetch'],
  },
  'is nothing when that session is brought back once more': {
    given: proceed(annAgain, ends('readSession', signedOut())),
    when: provide({ ...ann }),
    raises: [],
  },
  'is a reason to read when it brings back who was signed in two changes ago': {
    given: proceed(bobAfterAnn, provide(bob)),
    when: provide(ann),
    goes: { request: { reading: 'asking' } },
    notes: { provided: ann, trigger: 'prop' },
    ...asks,
    raises: ['session.refetch'],
  },
  'shows a session that was not seen before a sign-out': {
    given: signedOutAgain,
    when: provide(bob),
    goes: { status: 'authenticated', request: { reading: 'asking' } },
    notes: { data: bob, user: BOB, expiresAt: END, provided: bob, cause, trigger: 'prop' },
    emits: [{ type: 'changed', session: bob, cause }],
    ...asks,
  },
}

const shown = proceed(signedOutIdle, provide(ann))
const serverCause = { type: 'server', at: THEN, trigger: 'prop', httpStatus: 200 }

/** What the read that follows a changed prop finds. */
export const readAfterProvidedRows: Table = {
  'leaves what the app has shown when the server agrees': {
    given: shown,
    when: ends('readSession', signedIn()),
    goes: { request: 'idle' },
  },
  'names the server when the server knows better': {
    given: shown,
    when: ends('readSession', signedOut()),
    goes: { status: { unauthenticated: 'known' }, request: 'idle' },
    notes: { ...nobody, cause: serverCause },
    emits: [{ type: 'changed', session: null, cause: serverCause }],
  },
  'names the server when it finds a session instead of an outdated one': {
    given: annAgain,
    when: ends('readSession', signedIn(bob)),
    goes: { status: 'authenticated', request: 'idle' },
    notes: { data: bob, user: BOB, expiresAt: END, cause: serverCause },
    emits: [{ type: 'changed', session: bob, cause: serverCause }],
  },
  'stays signed out when an outdated session is gone for good': {
    given: annAgain,
    when: ends('readSession', signedOut()),
    goes: { request: 'idle' },
  },
  'is the next try of a failed read, and clears its failure': {
    given: proceed(waiting, provide(bob), rings('request', THEN + 1_000)),
    when: ends('readSession', signedIn(bob)),
    goes: { request: 'idle' },
    notes: { failure: null, failures: 0 },
  },
  'backs off further from a server that fails again, which is no news': {
    given: proceed(waiting, provide(bob), rings('request', THEN + 1_000)),
    when: ends('readSession', unknown(THEN + 1_500)),
    goes: { request: { waiting: 'counting' } },
    notes: { failures: 2, retryAt: THEN + 3_500 },
    emits: [{ type: 'failed', failure: dead, isFirst: false }],
    starts: [['alarm', { dueAt: THEN + 3_500, withinMs: 2_000 }]],
  },
  'asks when the network is back about what it could not ask offline': {
    given: proceed(idleOffline, provide(null)),
    when: fact('network.restored'),
    goes: { request: { reading: 'asking' }, network: 'online' },
    notes: { online: true, trigger: 'prop', wish: null },
    starts: [['readSession', { trigger: 'prop' }]],
  },
}
