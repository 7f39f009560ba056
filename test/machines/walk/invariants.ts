import { type RefetchTrigger, refetchTriggers } from 'sessionchart/machines'
import { isAfter } from '../../../machines/tab-order'
import { running, type Step, waitsForTurn } from '../chart'
import type { SessionSnapshot } from '../fixtures'
import type { Possibility } from './possibilities'

interface Moment {
  before: SessionSnapshot
  what: Possibility
  step: Step<SessionSnapshot>
  /** The calls that were made and are not settled. */
  open: Set<string>
}

type Invariant = (moment: Moment) => boolean

const REQUESTS = ['readSession', 'updateSession', 'signIn', 'signOut']
const ABORTS_READ =
  /^(call|update|sign in|sign out|leave|provide|otherTab.signedOut|page.left|other (began|answers|fails)|turn lost|joined)/
const ENDS_BACK_OFF = /^(call|update|sign in|sign out|request rings|offlineRetry)/
const ENDS_LEAVING = /^(leaveLimit|page.restored|navigate throws)/
const STAYS = /^(sign in|sign out|update) /
/** So many calls wait for a read that another one does not begin it anew. */
const MANY = 8
/** Where another tab's write goes on beside what this one does. */
const BESIDE_WRITES = ['updating', 'lent', 'held', 'suspended', 'choosing'] as const
const DOES_NOT_END_BACK_OFF = /^(tab\.|otherTab.changed|provide|polling rings|page.left)/

const isSignedIn = (snapshot: SessionSnapshot) => snapshot.matches({ status: 'authenticated' })
const isWaiting = (snapshot: SessionSnapshot) => snapshot.matches({ request: 'waiting' })
const isQueued = (snapshot: SessionSnapshot) =>
  snapshot.matches({ operation: { signingIn: 'queued' } }) ||
  snapshot.matches({ operation: { signingOut: 'queued' } })
const isOperating = (snapshot: SessionSnapshot) =>
  snapshot.matches({ operation: { signingIn: 'asking' } }) ||
  snapshot.matches({ operation: { signingOut: 'asking' } })
const isHeld = (snapshot: SessionSnapshot) =>
  ['held', 'yielding'].includes(String(snapshot.value.request)) || snapshot.matches({ request: 'lent' })
const isLeaving = (snapshot: SessionSnapshot) => snapshot.matches({ operation: 'leaving' })
const isKnown = (snapshot: SessionSnapshot) =>
  isSignedIn(snapshot) || snapshot.matches({ status: { unauthenticated: 'known' } })
const isJson = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(isJson)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value !== 'object') return ['string', 'boolean', 'undefined'].includes(typeof value)
  return value === null || (isPlain(value) && Object.values(value).every(isJson))
}
const isPlain = (value: object) => Object.getPrototypeOf(value) === Object.prototype

/** The calls that the chart knows to be waiting. */
export function heldBy(snapshot: SessionSnapshot): string[] {
  const { readers, later, updates, operation } = snapshot.context
  const isTold =
    snapshot.matches({ operation: 'idle' }) || snapshot.matches({ operation: { leaving: 'departed' } })
  return [...readers, ...later, ...updates, ...(operation && !isTold ? [operation.id] : [])]
}

const isUrgent = (wish: RefetchTrigger | null) =>
  wish !== null && refetchTriggers[wish].includes('needs a newer answer')
const turnOf = (id: string) => Number(id.slice(1))
const shown = ({ context: { data } }: SessionSnapshot) => JSON.stringify({ ...data, expires: null })
const isOtherPerson = (before: SessionSnapshot, after: SessionSnapshot) => {
  const [was, is] = [before.context.user, after.context.user]
  return isSignedIn(before) !== isSignedIn(after) || (was !== null && is !== null && was !== is)
}

/** What holds after every event, whatever it was. */
export const invariants: Record<string, Invariant> = {
  'the chart runs': ({ step }) => step.snapshot.status === 'active',
  'the context is plain JSON': ({ step }) => isJson(step.snapshot.context),

  'data goes with the status': ({ step: { snapshot } }) => {
    const { data } = snapshot.context
    if (snapshot.matches({ status: 'loading' })) return data === undefined
    return isSignedIn(snapshot) ? Boolean(data) : data === null
  },
  'nobody is signed out but by a known answer, or at the end': ({ before, what, step }) =>
    !isSignedIn(before) ||
    isSignedIn(step.snapshot) ||
    what.says === 'nobody' ||
    (before.matches({ lifetime: 'expiring' }) && what.name === 'lifetime rings') ||
    (before.matches({ lifetime: 'confirming' }) && /confirmLimit|failure|throws|other fails/.test(what.name)),
  'nobody is signed out by a failure before the end': ({ before, what, step }) =>
    !isSignedIn(before) ||
    isSignedIn(step.snapshot) ||
    what.result !== 'unknown' ||
    before.matches({ lifetime: 'confirming' }),
  'nobody is signed in but by a known answer': ({ before, what, step }) =>
    isSignedIn(before) || !isSignedIn(step.snapshot) || what.says === 'somebody',
  'a known answer decides': ({ what, step }) =>
    what.result !== 'known' || isSignedIn(step.snapshot) === (what.says === 'somebody'),
  'a known answer clears the failure': ({ what, step }) =>
    what.result !== 'known' ||
    (step.snapshot.context.failure === null && step.snapshot.context.failures === 0),
  'an unknown answer is a failure': ({ before, what, step }) =>
    what.result !== 'unknown' ||
    (step.snapshot.context.failure !== null &&
      step.snapshot.context.failures === before.context.failures + 1 &&
      step.emitted.some(({ type }) => type === 'failed')),
  'the session prop is no answer of the server': ({ before, what, step }) =>
    !what.name.startsWith('provide') ||
    (step.snapshot.context.failure === before.context.failure &&
      step.snapshot.context.failures === before.context.failures),
  'a failure is tried again': ({ step: { snapshot } }) =>
    snapshot.matches({ request: 'idle' })
      ? snapshot.context.failure === null
      : !isWaiting(snapshot) || snapshot.context.failure !== null,
  'no pause is counted offline': ({ step: { snapshot } }) =>
    !snapshot.matches({ request: { waiting: 'counting' } }) || snapshot.context.online,
  'whoever else is signed in is reported once, and nobody else': ({ before, what, step }) => {
    const reports = step.emitted.filter(({ type }) => type === 'changed')
    const isSignIn = what.name.startsWith('signIn:') && what.says === 'somebody'
    const isNews =
      isOtherPerson(before, step.snapshot) || (isSignIn && shown(before) !== shown(step.snapshot))
    return isKnown(before) ? reports.length === Number(isNews) : reports.length <= 1
  },
  'a report says what the app sees': ({ step }) =>
    step.emitted.every((event) => event.type !== 'changed' || event.session === step.snapshot.context.data),

  'one request is out at most': ({ step }) =>
    running(step.snapshot).filter((effect) => REQUESTS.includes(effect)).length <= 1,
  'an update, a sign-in and a sign-out are never aborted': ({ step }) =>
    !step.stopped.some((effect) => ['updateSession', 'signIn', 'signOut'].includes(effect)),
  'a read is aborted for a reason only': ({ before, what, step: { snapshot, stopped } }) =>
    !stopped.includes('readSession') ||
    ABORTS_READ.test(what.name) ||
    before.context.settings.refetchKey !== snapshot.context.settings.refetchKey,
  'a back-off is ended for a reason only': ({ before, what, step }) =>
    !isWaiting(before) || isWaiting(step.snapshot) || !DOES_NOT_END_BACK_OFF.test(what.name),
  'a back-off ends for the reasons that end it': ({ before, what, step }) => {
    const isReason =
      ENDS_BACK_OFF.test(what.name) || (what.name === 'network.restored' && !before.context.online)
    return !isWaiting(before) || !isReason || !isWaiting(step.snapshot)
  },
  'somebody asks while nothing is known': ({ step: { snapshot } }) =>
    !snapshot.matches({ status: 'loading' }) ||
    !(snapshot.matches({ request: 'idle' }) || isWaiting(snapshot)),
  'the lane is held by what changes who is signed in': ({ step: { snapshot } }) =>
    isOperating(snapshot) === snapshot.matches({ request: { lent: 'granted' } }) &&
    (!snapshot.matches({ request: 'held' }) || isLeaving(snapshot)),
  'a page that is still there is not being left': ({ before, what, step }) =>
    !isLeaving(before) ||
    isLeaving(step.snapshot) !==
      (ENDS_LEAVING.test(what.name) ||
        (before.matches({ operation: { leaving: 'departed' } }) && STAYS.test(what.name))),
  'an update that was called before a sign-in or sign-out does not start after it': ({
    step: { snapshot },
  }) => {
    const { updates, operation } = snapshot.context
    return !isOperating(snapshot) || updates.every((id) => turnOf(id) > turnOf(operation?.id ?? ''))
  },
  'a read that many calls wait for is not begun anew by a call': ({ before, what, step }) =>
    before.context.readers.length < MANY ||
    !what.name.startsWith('call') ||
    !step.stopped.includes('readSession'),
  'a reason to read that cannot be asked about is kept': ({ before, step }) =>
    !isHeld(before) ||
    !isHeld(step.snapshot) ||
    step.snapshot.context.wish !== null ||
    !step.raised.some(
      ({ type, trigger }) =>
        type === 'session.refetch' &&
        !refetchTriggers[trigger as RefetchTrigger].includes('comes again') &&
        (step.snapshot.context.online || refetchTriggers[trigger as RefetchTrigger].includes('asks offline')),
    ),
  'a reason to read is forgotten for an answer or a read only': ({ before, what, step }) =>
    before.context.wish === null ||
    step.snapshot.context.wish !== null ||
    step.snapshot.matches({ request: 'reading' }) ||
    isWaiting(step.snapshot) ||
    !step.snapshot.context.online ||
    what.result === 'known' ||
    what.name.startsWith('provide'),
  'an urgent reason to read is forgotten for a read only, its own or that of another tab': ({
    before,
    what,
    step,
  }) =>
    !isUrgent(before.context.wish) ||
    isUrgent(step.snapshot.context.wish) ||
    step.snapshot.matches({ request: 'reading' }) ||
    what.name.startsWith('other answers') ||
    isWaiting(step.snapshot) ||
    !step.snapshot.context.online,
  'nobody waits for a lane that is free': ({ step: { snapshot } }) => {
    const { readers, later, updates, wish, online } = snapshot.context
    const rules = wish === null ? [] : refetchTriggers[wish]
    const mayWait = isWaiting(snapshot) && !rules.includes('ends back-off')
    const isOwed = wish !== null && !mayWait && (online || rules.includes('asks offline'))
    const isFree = snapshot.matches({ request: 'idle' }) || isWaiting(snapshot)
    return !isFree || ([...readers, ...later, ...updates].length === 0 && !isOwed && !isQueued(snapshot))
  },

  'every call that waits is known, and no other': ({ step, open }) =>
    [...open].sort().join() === heldBy(step.snapshot).sort().join(),

  'polling goes with the settings and the session': ({ step: { snapshot } }) => {
    const { settings, data, online, pollDueAt } = snapshot.context
    const isPaused = !online && !settings.refetchWhenOffline
    if (snapshot.matches({ polling: 'off' })) return pollDueAt === null
    const isOn = settings.refetchIntervalMs > 0 && Boolean(data)
    return isOn && snapshot.matches({ polling: isPaused ? 'paused' : 'waiting' })
  },
  'polling goes on': ({ before, what, step: { snapshot } }) => {
    const { settings, data } = snapshot.context
    const isOn = settings.refetchIntervalMs > 0 && Boolean(data)
    return (
      !isOn || before.matches({ polling: 'off' }) || what.isFault || !snapshot.matches({ polling: 'off' })
    )
  },
  'a poll has its time': ({ step: { snapshot } }) =>
    !snapshot.matches({ polling: 'waiting' }) || snapshot.context.pollDueAt !== null,
  'the lifetime goes with the deadline': ({ before, what, step: { snapshot } }) =>
    snapshot.matches({ lifetime: 'open' }) === (snapshot.context.expiresAt === null) ||
    what.isFault ||
    before.matches({ lifetime: 'open' }),
  'the network is what the context says': ({ step: { snapshot } }) =>
    snapshot.matches({ network: snapshot.context.online ? 'online' : 'offline' }),

  'the order of answers never goes back': ({ before, step }) =>
    !isAfter(before.context.order, step.snapshot.context.order),
  'the numbers go on': ({ before, step: { snapshot } }) => {
    const { highest, order, sent } = snapshot.context
    return highest >= Math.max(before.context.highest, order.epoch, order.stamp, sent.epoch, sent.stamp)
  },
  'a request waits for its turn': ({ before, what, step: { snapshot } }) =>
    !running(snapshot).some((effect) => REQUESTS.includes(effect)) ||
    (!waitsForTurn(snapshot) && (!waitsForTurn(before) || /^(turn comes|takeTurn throws)/.test(what.name))),
  'another tab that changes who is signed in is waited for': ({ step: { snapshot } }) => {
    const isKnownWrite = snapshot.context.foreignWrite !== null
    if (snapshot.matches({ request: 'yielding' })) return isKnownWrite
    return !isKnownWrite || BESIDE_WRITES.some((request) => snapshot.matches({ request }))
  },
  'every known answer of this tab is shared once where tabs hear it, and no other': ({
    before,
    what,
    step,
  }) => {
    const isOwn =
      /^(page.restored|(readSession|updateSession|signIn|signOut):)/.test(what.name) &&
      what.result === 'known'
    const isBack = what.name === 'page.restored' && before.matches({ tabs: 'silent' })
    const isHeard = isBack || before.matches({ tabs: 'listening' })
    return step.shared.filter((action) => action === 'shareAnswer').length === Number(isOwn && isHeard)
  },
  'what is adopted of another tab is noted once, and nothing else': ({
    before,
    step: { snapshot, shared },
  }) => {
    const { from } = snapshot.context.order
    const isAdopted = from !== before.context.order.from && from !== '' && from !== snapshot.context.tabId
    const noted = shared.filter((action) => action === 'noteAdopted').length
    return noted <= 1 && (!isAdopted || noted === 1)
  },
  'a failure of this tab is shared only if every tab would have asked': ({ before, what, step }) =>
    !step.shared.includes('shareFailure') ||
    (/^(readSession|signIn)(:| throws)/.test(what.name) &&
      !['call', 'update'].includes(before.context.trigger)),
  'only an answer is repeated, and only what follows one is the end of a write': ({ before, step }) =>
    !['repeatAnswer', 'tellLastWrite'].some((told) => step.told.includes(told)) ||
    before.context.order.from !== '',

  'other tabs are told of changes only': ({ what, step }) =>
    !step.told.includes('tellTabsOfChange') ||
    /^(updateSession|signIn): (?!failed|redirect|error page|stranded)/.test(what.name),
  'other tabs are told of a sign-out only': ({ what, step }) =>
    !step.told.includes('tellTabsOfSignOut') || /^signOut: (done|redirect)/.test(what.name),
}
