import type { RedirectPolicy, SessionAnswer, SessionData, SessionSettings } from 'sessionchart/machines'
import { getNextTransitions } from 'xstate'
import { sessionGuards } from '../../../machines/session.guards'
import { isAfter } from '../../../machines/tab-order'
import { type Happening, running, waitsForTurn } from '../chart'
import {
  call,
  configure,
  elapses,
  ends,
  fact,
  joined,
  leave,
  otherAnswered,
  otherAsked,
  otherBegan,
  otherEnded,
  otherFailed,
  provide,
  rings,
  signIn,
  signOut,
  throws,
  turn,
  update,
} from '../events'
import {
  ann,
  annLonger,
  annOlder,
  annRenamed,
  bob,
  dead,
  fault,
  polling,
  pollingOnline,
  type SessionSnapshot,
  settings,
  signedIn,
  signedOut,
  unknown,
} from '../fixtures'

/** Something that may happen next, and what of it the invariants need to know. */
export interface Possibility {
  name: string
  happening: Happening
  /** The call that it makes. */
  id?: string
  /** Who is signed in by it, for certain. */
  says?: 'somebody' | 'nobody'
  /** What a request to the server came to. */
  result?: 'known' | 'unknown'
  /** Something of ours is broken. */
  isFault?: true
}

const nameless: SessionData = { expires: ann.expires }
const sessions = { ann, annOlder, annLonger, annRenamed, bob, nameless }
const policies: RedirectPolicy[] = ['always', 'oauth', 'never']
const configurations: Record<string, SessionSettings> = {
  'no polling': settings,
  polling,
  'polling online': pollingOnline,
  'no focus': { ...polling, refetchOnWindowFocus: false },
  'another page': { ...settings, refetchKey: '/other' },
  'no question': { ...polling, asksAtExpiry: false },
  'long warning': { ...settings, expiryWarningMs: 400 * 86_400_000 },
  'no props': { ...pollingOnline, ignoresPropChanges: true },
}
const facts = [
  'network.lost',
  'network.restored',
  'tab.becameVisible',
  'tab.becameHidden',
  'page.left',
  'otherTab.changed',
  'otherTab.signedOut',
  'tabs.unavailable',
] as const

/** What other tabs may do at any time. What they say is known where it is heard and newer than what is known. */
function fromOtherTabs(snapshot: SessionSnapshot, at: number): Possibility[] {
  const { order, highest, foreignWrite } = snapshot.context
  const isHeard = snapshot.matches({ tabs: 'listening' })
  const next = Math.max(at, highest + 1)
  const says = (who: 'somebody' | 'nobody') => (isHeard ? ({ says: who, result: 'known' } as const) : {})
  const read = { at, epoch: order.epoch, stamp: next }
  const write = { at, epoch: next, stamp: next + 1 }
  return [
    { name: 'other began', happening: otherBegan(next, at) },
    { name: 'other began late', happening: otherBegan(order.epoch - 1, at) },
    { name: 'other ended', happening: otherEnded(foreignWrite ?? order.epoch, { at }) },
    { name: 'other ended late', happening: otherEnded(order.epoch - 1, { at }) },
    { name: 'other ended unheard', happening: otherEnded(next, { at }) },
    { name: 'other asks', happening: otherAsked(at) },
    {
      name: 'other fails',
      happening: otherFailed({ ...read, failures: 1, pauseMs: 1_000 }),
    },
    { name: 'other answers ann', happening: otherAnswered(ann, read), ...says('somebody') },
    { name: 'other answers nobody', happening: otherAnswered(null, read), ...says('nobody') },
    {
      name: 'other answers bob, signed in',
      happening: otherAnswered(bob, { ...write, why: 'sign-in' }),
      ...says('somebody'),
    },
    {
      name: 'other answers nobody, signed out',
      happening: otherAnswered(null, { ...write, why: 'sign-out' }),
      ...says('nobody'),
    },
    { name: 'other answers late', happening: otherAnswered(bob, { ...order, at }) },
    { name: 'other answers late, signed out', happening: otherAnswered(null, { ...order, at }) },
    ...(order.from === '' && order.epoch > 0
      ? [{ name: 'other answers, overtaken', happening: otherAnswered(bob, { ...order, epoch: 0, at }) }]
      : []),
    ...(running(snapshot).includes('takeTurn')
      ? [{ name: 'turn lost', happening: fact('turn.lost', at) }]
      : []),
  ]
}

/** What users, pages and tabs may do at any time. */
export function fromOutside(snapshot: SessionSnapshot, at: number, id: string): Possibility[] {
  return [
    ...fromOtherTabs(snapshot, at),
    { name: `call ${id}`, happening: call(id, at), id },
    { name: `call ${id}`, happening: call(id, at), id },
    { name: `update ${id}`, happening: update(id, at), id },
    { name: `update ${id}`, happening: update(id, at), id },
    ...policies.map((policy) => ({ name: `sign in ${id} ${policy}`, happening: signIn(id, policy, at), id })),
    ...policies.map((policy) => ({
      name: `sign out ${id} ${policy}`,
      happening: signOut(id, policy, at),
      id,
    })),
    { name: `leave ${id}`, happening: leave(id, at), id },
    { name: 'provide nobody', happening: provide(null, at), says: 'nobody' },
    ...Object.entries(sessions).map(([name, session]) => ({
      name: `provide ${name}`,
      happening: provide(session, at),
      says: 'somebody' as const,
    })),
    ...Object.entries(configurations).map(([name, given]) => ({ name, happening: configure(given, at) })),
    ...facts.map((type) => ({ name: type, happening: fact(type, at) })),
    {
      name: 'page.restored',
      happening: fact('page.restored', at),
      ...(comesBackToSignOut(snapshot) && nobody),
    },
  ]
}

const nobody = { says: 'nobody', result: 'known' } as const
/** A sign-out has worked and led elsewhere, and the page has not shown it. */
const comesBackToSignOut = (snapshot: SessionSnapshot) =>
  snapshot.matches({ operation: 'leaving' }) &&
  sessionGuards.hasSignedOut({ context: snapshot.context, event: fact('page.restored', 0) })

function answers(at: number): Array<[name: string, answer: SessionAnswer, known: Partial<Possibility>]> {
  const isSomebody = { result: 'known', says: 'somebody' } as const
  return [
    ...Object.entries(sessions).map(([name, session]): [string, SessionAnswer, Partial<Possibility>] => [
      name,
      signedIn(session, at),
      isSomebody,
    ]),
    ['nobody', signedOut(at), { result: 'known', says: 'nobody' }],
    ['nobody', signedOut(at), { result: 'known', says: 'nobody' }],
    ['failure', unknown(at), { result: 'unknown' }],
    ['failure', unknown(at), { result: 'unknown' }],
  ]
}

/** Another tab has changed who is signed in since the request was sent. */
const isSuperseded = ({ context: { sent, order, tabId } }: SessionSnapshot) =>
  !isAfter({ ...sent, from: tabId }, order)

/** What the tabs may say that a chart waits for. */
function fromTabs(snapshot: SessionSnapshot, at: number): Possibility[] {
  const { order, highest, data } = snapshot.context
  const epoch = Math.max(at, highest + 1)
  const joins: Possibility[] = [
    { name: 'joined', happening: joined({ at, epoch: order.epoch }) },
    { name: 'joined as an old page', happening: joined({ at, epoch, mayBeOld: true }) },
    { name: 'joined beside an open write', happening: joined({ at, epoch: order.epoch + 1, openSince: at }) },
    { name: 'joined after a redirect', happening: joined({ at, epoch, isReturn: true }) },
    {
      name: 'joined after a sign-out',
      happening: joined({ at, epoch, out: epoch }),
      ...(snapshot.matches({ tabs: { listening: 'rejoining' } }) &&
        data && { says: 'nobody', result: 'known' }),
    },
  ]
  const turns: Possibility[] = [
    { name: 'turn comes', happening: turn({ at, epoch: order.epoch }) },
    { name: 'turn comes', happening: turn({ at, epoch: order.epoch, readAt: at }) },
    {
      name: 'turn comes beside an open write',
      happening: turn({ at, epoch: order.epoch + 1, openSince: at }),
    },
    { name: 'turn comes', happening: turn({ at, epoch }) },
  ]
  const isJoining =
    snapshot.matches({ tabs: { listening: 'joining' } }) ||
    snapshot.matches({ tabs: { listening: 'rejoining' } })
  return [...(waitsForTurn(snapshot) ? turns : []), ...(isJoining ? joins : [])]
}

/** How each effect that runs may end. */
function fromEffects(snapshot: SessionSnapshot, at: number): Possibility[] {
  const failed = { type: 'failed', failure: dead } as const
  const away = { type: 'redirect', because: 'answer' } as const
  const astray = { type: 'redirect', because: 'failure' } as const
  const isFault = true
  const isLate = isSuperseded(snapshot)
  const late = { epoch: snapshot.context.highest + 1 }
  return running(snapshot).flatMap((effect): Possibility[] => {
    if (effect === 'alarm') return []
    const broken: Possibility = { name: `${effect} throws`, happening: throws(effect, fault), isFault }
    switch (effect) {
      case 'readSession':
      case 'updateSession':
        return [
          broken,
          ...answers(at).map(([name, answer, known]) => ({
            name: `${effect}: ${name}`,
            happening: ends(effect, answer),
            ...(!(isLate && known.says) && known),
          })),
          { name: `${effect}: late`, happening: ends(effect, { ...signedIn(bob, at), ...late }) },
        ]
      case 'signIn':
        return [
          broken,
          ...answers(at).map(([name, answer, known]) => ({
            name: `signIn: ${name}`,
            happening: ends('signIn', { type: 'answered', answer }),
            ...(!isLate && known),
          })),
          { name: 'signIn: failed', happening: ends('signIn', failed) },
          { name: 'signIn: failed', happening: ends('signIn', failed) },
          { name: 'signIn: redirect', happening: ends('signIn', away) },
          { name: 'signIn: error page', happening: ends('signIn', astray) },
          { name: 'signIn: stranded', happening: ends('signIn', { type: 'stranded' }) },
        ]
      case 'signOut':
        return [
          broken,
          {
            name: 'signOut: done',
            happening: ends('signOut', { type: 'signed-out', at }),
            ...(!isLate && { says: 'nobody', result: 'known' }),
          },
          { name: 'signOut: failed', happening: ends('signOut', failed) },
          { name: 'signOut: redirect', happening: ends('signOut', { type: 'redirect' }) },
        ]
      case 'navigate':
        return [broken, { name: 'navigate: done', happening: ends('navigate') }]
      default:
        return [broken]
    }
  })
}

/** The alarms and time limits that may be over. */
function fromClocks(snapshot: SessionSnapshot, at: number): Possibility[] {
  const { expiresAt, settings: given } = snapshot.context
  const isRunning = snapshot.matches({ lifetime: 'running' })
  const dueAt = (expiresAt ?? 0) + (isRunning ? -given.expiryWarningMs : 1_000)
  const alarms = [
    ...(isRunning || snapshot.matches({ lifetime: 'expiring' }) ? (['lifetime'] as const) : []),
    ...(snapshot.matches({ polling: 'waiting' }) ? (['polling'] as const) : []),
    ...(snapshot.matches({ request: { waiting: 'counting' } }) ? (['request'] as const) : []),
    ...(snapshot.matches({ request: 'resting' }) ? (['request'] as const) : []),
  ]
  const limits = getNextTransitions(snapshot).flatMap(
    ({ eventType }) => eventType.match(/(?<=^xstate\.after\.)\w+/) ?? [],
  )
  return [
    ...alarms.flatMap((region): Possibility[] => [
      ...Array<Possibility>(2).fill({
        name: `${region} rings`,
        happening: rings(region, region === 'lifetime' ? Math.max(at, dueAt) : at),
      }),
      { name: `${region} throws`, happening: throws('alarm', fault, region), isFault: true },
    ]),
    ...limits.map((limit) => ({ name: limit, happening: elapses(limit) })),
  ]
}

/** What a chart waits for. */
export const awaited = (snapshot: SessionSnapshot, at: number): Possibility[] =>
  inside(snapshot, at).filter(({ isFault }) => !isFault)

/** What may break in it. */
export const broken = (snapshot: SessionSnapshot, at: number): Possibility[] =>
  inside(snapshot, at).filter(({ isFault }) => isFault)

const inside = (snapshot: SessionSnapshot, at: number) => [
  ...fromTabs(snapshot, at),
  ...fromEffects(snapshot, at),
  ...fromClocks(snapshot, at),
]
